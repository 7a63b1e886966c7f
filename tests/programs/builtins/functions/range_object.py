# range: arguments, membership, slicing, equality and its attributes
r = range(2, 20, 3)
print(list(r), r, len(r), r[0], r[-1], r[1:4], r[::-1], r[::2], r.start, r.stop, r.step, 8 in r, 9 in r, 8.0 in r, "8" in r, r.index(8), r.count(8), r.count(9), list(reversed(r)))
print(range(5), range(0), range(5, 0), list(range(5, 0, -2)), range(0, 10, 3) == range(0, 12, 3), range(0) == range(2, 1), hash(range(0)) == hash(range(2, 1)), range(1, 2) == range(1, 3, 5), range(3) != [0, 1, 2], bool(range(0)), bool(range(1)))
big = range(0, 10 ** 30, 10 ** 29)
print(len(big), big[3], 2 * 10 ** 29 in big, 5 in big, list(range(True, 4)), sum(range(101)), max(range(5, 0, -1)), range(10)[2:8][1:3], range(10)[-3:], range(10)[5:2], sorted(range(3, 0, -1)), [*range(3)], tuple(range(2, 4)))


class Index:
    def __index__(self):
        return 4


print(list(range(Index())), range(Index()), repr(range(-1, -5, -1)), isinstance(r, range), type(iter(r)).__name__, type(iter(range(2 ** 65))).__name__)
for bad in (lambda: range(), lambda: range(1.5), lambda: range("a"), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4), lambda: r[10], lambda: r["a"], lambda: r.index(9), lambda: range(None), lambda: len(range(2 ** 64)), lambda: r.append(1), lambda: r[1.0], lambda: r.index("a"), lambda: range(3) + range(3), lambda: range(3) * 2, lambda: next(range(3)), lambda: setattr(r, "start", 1), lambda: range(10)[::0]):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError, OverflowError, AttributeError) as e:
        print(type(e).__name__, e)
