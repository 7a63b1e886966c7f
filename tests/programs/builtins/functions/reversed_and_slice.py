# reversed, slice: the protocols behind them
print(list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed((1, 2))), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1}.items())), list(reversed({"a": 1, "b": 2}.values())), list(reversed(b"ab")))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return f"item {i}"


class Own:
    def __reversed__(self):
        return iter("own order")


class Never:
    __reversed__ = None

    def __len__(self):
        return 1

    def __getitem__(self, i):
        return i


print(list(reversed(Seq())), "".join(reversed(Own())))
it = reversed([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), next(it, "end"), type(it).__name__)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(6), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(20, -20, -3).indices(10), [0, 1, 2, 3, 4][s], "abcdef"[slice(None, None, 2)], slice("a", [1]), slice(1) < slice(2), slice(1, 2) != slice(1, 3))
for bad in (lambda: reversed({1}), lambda: reversed(5), lambda: reversed(Never()), lambda: reversed(i for i in ()), lambda: reversed(), lambda: reversed(iter([])), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1).indices(-1), lambda: slice(1).indices("a"), lambda: slice("a").indices(5), lambda: slice(1, 2, 0).indices(5), lambda: setattr(s, "start", 1), lambda: [1][slice("a", None)], lambda: reversed(map(str, [])), lambda: reversed(None), lambda: slice(1)[0], lambda: slice(start=1)):
    try:
        print(bad())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print({slice(1, 2): "hashable"}[slice(1, 2)])
