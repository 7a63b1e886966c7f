# Operators are methods: arithmetic, reflected, in-place, comparison, containers, calls.
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __call__(self, *args):
        return f"called with {args}"

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __format__(self, spec):
        return f"<{self.x:{spec}}, {self.y:{spec}}>"

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y


a, b = Vector(3, 4), Vector(1, 2)
same = a
a += b
print(a, same is a, a + b, 2 * b, b * 2, -b, a == Vector(4, 6), a != b, b < a, a > b, abs(Vector(3, 4)))
print(bool(Vector(0, 0)), list(b), b[-1], len(b), b(1, 2), 2 in b, 5 in b, f"{a:.1f}", a @ b, max(a, b), sorted([a, b]))
for action in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a[5], lambda: hash(a), lambda: a <= b, lambda: {a: 1}):
    try:
        print(action())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)


class Matrix:
    def __init__(self):
        self.data = {}

    def __setitem__(self, key, value):
        self.data[key] = value

    def __getitem__(self, key):
        return self.data.get(key, key)

    def __delitem__(self, key):
        del self.data[key]


m = Matrix()
m[1, 2] = 3
m[0] += 5
print(m.data, m[1:2], m[::2, ...], m["x"])
del m[0]
print(m.data)
