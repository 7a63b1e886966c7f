# sum: start values, exact float sums and what cannot be summed
print(sum([]), sum([1, 2, 3]), sum([1.5, 2]), sum([1, 2], 10), sum([[1], [2]], []), sum(((1,), (2, 3)), ()), sum(x * x for x in range(4)), sum({1: "a", 2: "b"}), sum([True, True]), sum([1j, 2]), sum([0.1] * 10), sum([0.1] * 3), sum([1e100, 1.0, -1e100]), sum([1, 2.5], start=1), sum(range(101)), sum([2 ** 70, 1]), sum([float("inf"), 1]), sum([float("inf"), float("-inf")]), sum([], start="kept") if False else sum([], [5]))


class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Money(self.n + other.n)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __repr__(self):
        return f"${self.n}"


print(sum([Money(1), Money(2)]), sum([Money(1)], Money(5)))
for bad in (lambda: sum(["a", "b"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: sum(), lambda: sum([1, None]), lambda: sum([[1]], 0), lambda: sum([1], [2], [3]), lambda: sum([], ""), lambda: sum([bytearray(b"a")], bytearray()), lambda: sum({"a": 1}), lambda: sum([Money(1)], 3), lambda: sum("12"), lambda: sum([1], start=None)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
start = [0]
print(sum([[1], [2]], start), start)
print(sum([0.1, 0.2, 0.3]), 0.1 + 0.2 + 0.3, sum([1, 0.1, 0.2]), sum([1e16, 1, -1e16]), sum([-0.0]), sum([3, 0.5, 2 ** 60]))
