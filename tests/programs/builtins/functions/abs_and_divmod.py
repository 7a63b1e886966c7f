# abs, divmod: sign, type of the result and what the methods may return
import math


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __divmod__(self, other):
        return f"divmod by {other}"

    def __rdivmod__(self, other):
        return (other, "reflected")


print(abs(-3), abs(3.5), abs(-0.0), abs(True), abs(3 + 4j), abs(-(2 ** 70)), abs(Vector(3, 4)), abs(float("-inf")))
for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (7, 2.5), (2 ** 70, 10 ** 9), (True, 2), (0, 5), (1e300, 1e-5), (-1, 3.0)):
    q, r = divmod(a, b)
    print(a, b, "->", q, r, q == a // b, r == a % b)
print(divmod(Vector(1, 2), 5), divmod(5, Vector(1, 2)))
for bad in (lambda: abs("a"), lambda: abs(), lambda: abs(1, 2), lambda: divmod(1), lambda: divmod(1, 0), lambda: divmod(1.0, 0.0), lambda: divmod("a", 1), lambda: divmod(1, "a"), lambda: divmod(1j, 1), lambda: abs(None), lambda: divmod([], 1)):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
