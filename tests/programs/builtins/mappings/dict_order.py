# dict: insertion order through updates, deletions, merges and comprehensions
d = {}
for c in "delta":
    d[c] = d.get(c, 0) + 1
print(d, list(d), list(d.values()))
d["e"] = "updated keeps its place"
del d["l"]
d["l"] = "deleted and back: last"
print(list(d), d.popitem(), list(d))
merged = {"z": 0, "d": 1} | d | {"z": 2, "new": 3}
print(list(merged), merged["z"], list({**{"b": 1, "a": 2}, "b": 3}), list(dict(b=1, a=2, **{"c": 0})), list({k: 0 for k in "hello"}), list(dict.fromkeys([3, 1, 3, 2])))
first, *_, last = merged
print(first, last, next(iter(merged)), next(reversed(merged)), list(merged.items())[0])
big = {i: str(i) for i in range(50)}
for i in range(0, 50, 2):
    del big[i]
big[0] = "again"
print(list(big)[:5], list(big)[-2:], len(big), list(reversed(big))[:3])
a, b = {"x": 1, "y": 2}, {"y": 2, "x": 1}
print(a == b, list(a) == list(b), str(a) == str(b), {1: "a", True: "b", 1.0: "c"}, {"a": 1, "a": 2})
class Env(dict):
    def __missing__(self, key):
        return f"<{key}>"
e = Env(a=1)
print(e["a"], e["b"], e.get("b"), "b" in e, "{a} {b}".format_map(e), e, e | {"c": 1}, type(e | {}).__name__, type(e.copy()).__name__, Env.fromkeys("x"))
