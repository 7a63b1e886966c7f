# 3.3.1 Basic customization: __new__, __init__, __repr__, __str__, __bytes__, __format__ and what they must return
class Point:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)

    def __init__(self, x, y):
        print("init", x, y)
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        return f"{self.x:{spec}}/{self.y:{spec}}" if spec else "bare"

    def __bytes__(self):
        return bytes([self.x, self.y])


p = Point(1, 2)
print(p, str(p), repr(p), f"{p:03}", format(p), bytes(p), [p], "%s %r" % (p, p))


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never called")


print(Other())


class Bad:
    def __init__(self, what=None):
        self.what = what
        return what

    def __repr__(self):
        return 5

    def __str__(self):
        return None

    def __format__(self, spec):
        return 1

    def __bytes__(self):
        return "text"

    def __bool__(self):
        return 1

    def __len__(self):
        return -1

    def __hash__(self):
        return "x"

    def __index__(self):
        return 1.5

    def __int__(self):
        return "3"

    def __float__(self):
        return 1

    def __complex__(self):
        return "c"

    def __length_hint__(self):
        return -2

    def __dir__(self):
        return 3

    def __iter__(self):
        return 3


for attempt in (repr, str, format, bytes, bool, len, hash, range, int, float, complex, list, dir, iter, "{}".format, hex, lambda b: [1][b]):
    try:
        print(attempt(Bad()))
    except (TypeError, ValueError) as e:
        print(getattr(attempt, "__name__", "?"), "->", type(e).__name__, e)
for wrong in (lambda: Bad(1), lambda: Point(1), lambda: Point(1, 2, 3), lambda: object(1), lambda: object.__new__(1),
              lambda: object.__new__(int), lambda: Point.__new__()):
    try:
        wrong()
    except TypeError as e:
        print(type(e).__name__, e)
