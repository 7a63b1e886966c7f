# 3.3.1 Basic customization: rich comparison asks the left side, then the right, then falls back
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, type(other).__name__)
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        print("lt", self.n, type(other).__name__)
        return self.n < other.n if isinstance(other, Version) else NotImplemented

    def __le__(self, other):
        print("le", self.n)
        return "any value"


class Newer(Version):
    def __gt__(self, other):
        print("gt of the subclass", self.n)
        return True


a, b, c = Version(1), Version(2), Newer(3)
print(a == b, a != b, a < b, a > b, a <= b, a >= b)
print(a < c, c < a, a == c)
print(a == 1, a != 1, 1 == a)
try:
    a < 1
except TypeError as e:
    print(type(e).__name__, e)
try:
    1 > a
except TypeError as e:
    print(type(e).__name__, e)
try:
    hash(a)
except TypeError as e:
    print(type(e).__name__, e)
print(Version.__hash__, Newer.__hash__, sorted([b, a], key=lambda v: v.n)[0].n, min(b, a).n)


class Strange:
    def __eq__(self, other):
        return []

    def __ne__(self, other):
        raise ValueError("not comparable")

    __hash__ = object.__hash__


s = Strange()
print(s == 1, bool(s == 1), s in [s], 5 in [s], [s] == [s], isinstance(hash(s), int))
try:
    s != 1
except ValueError as e:
    print(e)
try:
    print([1, Strange()] != [1, 2])
    print({Strange(): 1} != {1: 1})
except ValueError as e:
    print(e)
for op in ("object() < object()", "None >= 1", "'a' < 1", "[] > ()", "{} < {}", "1j < 2", "int < str", "(1, 'a') < (1, 2)", "set() < []", "b'a' < 'a'", "... < 1"):
    try:
        eval(op)
    except TypeError as e:
        print(op, "->", e)
