# dict: get, setdefault, pop, popitem, update, fromkeys, copy and their errors
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", []), d.setdefault("a", 9), d.pop("b"), d.pop("zz", "gone"), d.popitem(), d, len(d), list(d), "a" in d, d.keys(), d.values(), d.items())
d.update({"x": 1}, y=2)
d.update([("z", 3), ("x", 10)])
d.update()
print(d, d.copy() == d, d.copy() is d, dict.fromkeys("ab", 0), {}.fromkeys([1]), d | {"x": 0}, {"x": 0} | d)
d |= [("q", 1)]
d["x"] = d.get("x", 0) + 1
del d["y"]
print(d, list(reversed(d)), max(d), sorted(d.items(), key=lambda kv: kv[1]), dict(sorted(d.items())), {v: k for k, v in d.items()}, sum(d.values()), [*d], {**d, "x": None}["x"])
d.clear()
print(d, bool(d), d == {}, {1: 2} == {1.0: 2.0}, {1: 1, 2: 2} == {2: 2, 1: 1})
for bad in ("d['nope']", "d.pop('nope')", "d.popitem()", "d[[]]", "d[{}] = 1", "d.get()", "d.get([])", "del d['x']", "d.update(5)", "d.update([1])", "d.update([(1, 2, 3)])", "d.update('ab')", "d | [1]", "d |= 5", "d < {}", "d + {}", "dict.fromkeys()", "d.setdefault([], 1)", "d.pop()", "d.pop(1, 2, 3)", "d.has_key(1)", "d.iteritems()", "d.x", "d()", "d.keys()[0]", "d.items(1)", "{}[None]", "{}[1, 2]", "{}['a']['b']", "d.popitem(1)", "hash(d)", "d.clear(1)", "d.update(a=1, **{'a': 2})", "d.append(1)", "d.values().sort()"):
    try:
        exec(bad)
        print(bad, "is fine")
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
