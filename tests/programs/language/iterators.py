# The iterator protocol by hand: __iter__, __next__, iter with a sentinel, old-style __getitem__.
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), [*c], sum(c), max(c), 2 in c, dict.fromkeys(c), tuple(zip(c, c)), sorted(c), set(c) == {1, 2, 3})
a, b, d = c
print(a, b, d)
it = iter(c)
print(next(it), next(it), next(it), next(it, "default"))


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(Old()), 20 in Old(), list(reversed([1, 2, 3])))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))
for i, (x, y) in enumerate(zip("ab", [1, 2]), start=1):
    print(i, x, y)
print(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(str.isdigit, "a1b2")))
print(range(0, 10, 3), list(range(5, 0, -2)), range(10)[2:5], len(range(0, 10, 3)), 4 in range(0, 10, 2), range(3) == range(0, 3, 1))
for action in (lambda: iter(5), lambda: next([]), lambda: list(zip([1], [1, 2], strict=True)), lambda: next(iter([]))):
    try:
        action()
    except (TypeError, ValueError, StopIteration) as error:
        print(type(error).__name__, error)
