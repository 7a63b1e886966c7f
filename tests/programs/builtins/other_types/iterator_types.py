# Iterator types: the protocol, exhaustion, length hints and generators as iterators
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n
c = Countdown(3)
print(list(c), list(c), next(c, "default"), sum(Countdown(4)), 2 in Countdown(5), max(Countdown(3)), [*Countdown(2)], dict(zip("abc", Countdown(3))), sorted(Countdown(3)), tuple(Countdown(1)), " ".join(map(str, Countdown(3))))
a, b = Countdown(2)
print(a, b, list(enumerate(Countdown(2), 1)), list(zip(Countdown(2), Countdown(3))), list(filter(None, Countdown(3))), set(Countdown(2)), any(Countdown(2)), all(Countdown(2)))
it = iter([1, 2, 3, 4])
for x in it:
    print(x, next(it), end=" ")
print(list(it), it.__length_hint__())
pairs = list(zip(*[iter("abcdef")] * 2))
print(pairs)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
g = fib()
print([next(g) for _ in range(10)], next(x for x in g if x > 100), iter(g) is g)
class Broken:
    def __iter__(self):
        return self
    def __next__(self):
        raise RuntimeError("broken")
class NotIterator:
    def __iter__(self):
        return 5
for bad in (lambda: list(Broken()), lambda: list(NotIterator()), lambda: iter(Countdown), lambda: next(Countdown), lambda: next([1]), lambda: [*5], lambda: max(Countdown(0)), lambda: (lambda a, b: 0)(*Countdown(3)), lambda: next(iter([])), lambda: dict(Countdown(2)), lambda: "".join(Countdown(2)), lambda: exec("a, b = Countdown(3)"), lambda: exec("a, b = Countdown(1)"), lambda: exec("a, *b, c = Countdown(1)")):
    try:
        print(bad())
    except (RuntimeError, TypeError, ValueError, StopIteration) as e:
        print(type(e).__name__, e)
