# 3.3.2.4 __slots__: no dictionary, one descriptor for each name, and what can go wrong
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Named(Point):
    __slots__ = "name"


class Open(Point):
    pass


class WithDict:
    __slots__ = ["a", "__dict__"]


p, n, o, w = Point(1, 2), Named(3, 4), Open(5, 6), WithDict()
print(p.x, p.y, Point.__slots__, type(Point.x).__name__, Point.x, hasattr(p, "__dict__"))
n.name = "n"
o.extra = 1
w.a, w.b = 1, 2
print(n.x, n.name, o.extra, w.b, Named.__slots__)
for attempt in ("p.z = 1", "p.z", "n.other = 1", "del p.x; p.x", "del p.x", "Point.x.__set__(n, 9); print(n.x)", "p.__dict__", "n.__dict__",
                "Point.x = 5; p.x = 1"):
    try:
        exec(attempt)
    except (AttributeError, TypeError) as e:
        print(attempt, "->", type(e).__name__, e)
for make in ("class A:\n __slots__ = ('x',)\n x = 1", "class A:\n __slots__ = ('1x',)", "class A:\n __slots__ = (1,)", 
             "class A(int):\n __slots__ = ()\n\nprint(A(5))", "class A(int):\n __slots__ = ('x',)", "class A(Point, WithDict):\n pass",
             "class A(tuple):\n __slots__ = ('x',)", "class A(str):\n __slots__ = ()\nA('s').x = 1", "class A:\n __slots__ = 5", "class A:\n __slots__ = ('a b',)"):
    try:
        exec(make)
    except (TypeError, ValueError, AttributeError) as e:
        print(repr(make), "->", type(e).__name__, e)


class Private:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 1

    def get(self):
        return self.__hidden


print(Private().get(), Private()._Private__hidden, [k for k in vars(Private) if "hidden" in k])


class Documented:
    __slots__ = {"x": "the x coordinate", "y": "the y one"}


print(Documented.__slots__, Documented.x.__doc__, Documented.y.__name__)
