# dict: from keywords, pairs, mappings, and what is not a pair
class Mapping:
    def keys(self):
        return iter(["a", "b"])

    def __getitem__(self, k):
        return k * 2


print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2], "zw"]), dict({"k": 1}, j=2), dict(Mapping()), dict(zip("ab", range(2))), dict((i, i * i) for i in range(3)), dict({"a": 1}, a=2), dict(**{"non identifier": 1}))
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict.fromkeys(range(2), 0), dict(enumerate("xy")), dict([(1, "a"), (1.0, "b")]), dict(self=1, other=2), list(dict(b=1, a=2)))
for bad in (lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: dict([(1, 2, 3)]), lambda: dict([([], 1)]), lambda: dict({}, {}), lambda: dict("ab"), lambda: dict([("a",)]), lambda: dict(**5), lambda: dict(**{1: 2}), lambda: dict.fromkeys(5), lambda: dict.fromkeys([[]]), lambda: dict([(1, 2), 3]), lambda: dict(None), lambda: dict([None]), lambda: dict.fromkeys()):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.extra = len(self)


d = D([("a", 1)], b=2)
print(d, d.extra, D.fromkeys("xy").extra, type(d.copy()).__name__, d | {"c": 3}, type(d | {}).__name__)
