# dict views: they follow the dict, behave like sets, and can be reversed
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
d["d"] = 4
del d["a"]
print(k, v, i, len(k), "b" in k, 2 in v, ("b", 2) in i, ("b", 3) in i, list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(k & {"b", "z"}, k | ["z"], k - {"b"}, k ^ {"b", "q"}, {"b"} <= k, k == {"b", "c", "d"}, k.isdisjoint("xyz"), i & {("b", 2)}, sorted(k & i), k == d.keys(), v == d.values(), i == d.items(), sorted({"x"} | k), k.mapping["b"], type(k.mapping).__name__, set(k) > {"b"}, {"b", 1} & k)
print(type(k).__name__, type(v).__name__, type(i).__name__, repr({}.keys()), repr({}.values()), repr({}.items()), bool({}.keys()), isinstance(k, type({}.keys())))
for bad in ("k[0]", "k.add(1)", "k + k", "v & v", "hash(k)", "k < [1]", "i['b']", "k.mapping['x'] = 1", "v == [2, 3, 4] or v[0]", "next(k)", "len(k, 1)", "k.sort()", "{k: 1}", "k.isdisjoint(5)"):
    try:
        print(eval(bad)) if " = " not in bad else exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
it = iter(d)
print(next(it), it.__length_hint__(), list(it))
first, *rest = d.items()
print(first, rest, dict(i) == d, dict(zip(v, k)), min(d, key=d.get), max(i, key=lambda kv: kv[1]), all(v), any(x > 3 for x in v), " ".join(k))
