# Named tuples: fields by name and place, defaults, replacing, and the errors of their constructor.
from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1, 2)
x, y = p
print(p, p.x, p[1], x + y, p == (1, 2), p._asdict(), p._replace(y=5), Point(3), Point._make("ab"))
print(Point._fields, Point._field_defaults, Point.__doc__, Point.__match_args__, Point.x is Point.x)
print(sorted([Point(2, 1), Point(1, 2)]), {p: "key"}[1, 2], len(p), p[:1], isinstance(p, tuple))


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=3))
attempt(lambda: Point(1, x=3))
attempt(lambda: p._replace(z=1))
attempt(lambda: Point._make([1, 2, 3]))
attempt(lambda: setattr(p, "x", 5))
attempt(lambda: p.z)
attempt(lambda: namedtuple("Bad", "class"))
attempt(lambda: namedtuple("Bad", "a a"))
attempt(lambda: namedtuple("Renamed", "a def a", rename=True)(1, 2, 3))


class Version(namedtuple("Version", ["major", "minor"])):
    __slots__ = ()

    def __str__(self):
        return f"v{self.major}.{self.minor}"

    @property
    def next(self):
        return self._replace(minor=self.minor + 1)


version = Version(1, 2)
print(version, repr(version), version.next, version < version.next, Version(*"34"))

match Point(0, 7):
    case Point(0, height):
        print("on the axis at", height)
