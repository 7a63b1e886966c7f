# max, min: arguments or an iterable, key, default, and which of equals wins
print(max(1, 3, 2), min([4, 2, 9]), max("hello"), min("b", "a"), max([], default="none"), min((), default=None), max({3: "a", 1: "b"}), max(range(5)), max(1, 1.0), min(1.0, 1), max(True, 1))
words = ["pear", "fig", "apple", "kiwi"]
print(max(words, key=len), min(words, key=len), max(words, key=lambda w: w[-1]), max(*words, key=str.upper), min(words, key=None), max([1, -5], key=abs), max([(1, "b"), (1, "a")]), max([(1, "b"), (1, "a")], key=lambda p: p[0]))
class V:
    def __init__(self, n, name):
        self.n, self.name = n, name
    def __gt__(self, other):
        print(f"{self.name}>{other.name}", end=" ")
        return self.n > other.n
    def __lt__(self, other):
        print(f"{self.name}<{other.name}", end=" ")
        return self.n < other.n
a, b, c = V(1, "a"), V(2, "b"), V(2, "c")
print(max(a, b, c).name, min(a, b, c).name, max(c, b).name)
nan = float("nan")
print(max(nan, 1), max(1, nan), min(nan, 1), max([2, nan, 3]), max(iter([1, 2])), min(x * x for x in (-3, 2)))
for bad in (lambda: max(), lambda: max([]), lambda: min(()), lambda: max(5), lambda: max(1, "a"), lambda: max([1, None]), lambda: max(1, 2, default=3), lambda: max([1], key=5), lambda: min([1], wrong=2), lambda: max(None, None), lambda: max({}), lambda: min(1j, 2j), lambda: max([[1], "a"]), lambda: max(""), lambda: max(x for x in ()), lambda: max([1, 2], key=lambda x: 1 / 0), lambda: min(key=len), lambda: max([3], default=1, key=lambda x: -x)):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
