# Dicts keep insertion order; their methods and views.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), d.keys(), d.values(), d.items(), len(d))
print(d.get("x"), d.get("x", 0), d.setdefault("e", []), d.pop("a"), d.pop("zz", "gone"), d)
d.update(c=30, f=4)
d |= {"g": 5}
print(d, d | {"b": 0}, "c" in d, 30 in d.values(), d.popitem(), d)
del d["c"]
d["c"] = "again last"
print(list(d.items()), list(reversed(d)), sorted(d.keys()), {**d} == dict(d), d == dict(reversed(d.items())))
print(dict(a=1), dict([("x", 1), ("y", 2)]), dict(zip("ab", range(2))), dict.fromkeys("ab", 0))
counts = {}
for word in "a b a c b a".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts.items(), key=lambda item: -item[1]), max(counts, key=counts.get))
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple"}[1, 2], {None: 0})
print(d.keys() & {"b", "zz"}, {"x": 1}.items() == {("x", 1)})
nested = {}
nested.setdefault("k", {}).setdefault("l", []).append(1)
nested["self"] = nested
print(nested)
for action in (
    lambda: {}['missing'],
    lambda: {[]: 1},
    lambda: {}.popitem(),
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: {1: 2}.pop(3),
    lambda: {}[1, 2],
    lambda: {{}},
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
changing = {"a": 1}
try:
    for k in changing:
        changing[k + "x"] = 1
except RuntimeError as error:
    print(error)
