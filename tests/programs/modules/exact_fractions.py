# fractions and numbers
from fractions import Fraction as F
import math, numbers
print(F(3, 6), repr(F(3, -6)), F("3/4"), F("-1.25"), F("2e-3"), F(0.5), F(0.1).limit_denominator(10), F(math.pi).limit_denominator(1000), F(F(1, 2), F(3, 4)))
a, b = F(1, 3), F(2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, a ** 0.5, 2 ** F(3), F(4, 9) ** F(1, 2), -a, abs(-a), +a)
print(a + 1, 1 - a, a * 2.0, 1 / a, 3 // a, a == F(2, 6), a < b, a > 0.3, a == 1/3, F(1, 2) == 0.5, F(2) == 2, hash(F(1, 2)) == hash(0.5), hash(F(7)) == 7, hash(F(1, 3)))
print(int(F(7, 2)), int(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), float(a), bool(F(0)), divmod(F(7, 2), 1))
print(f"{a:.3f} {F(1, 2)} {F(3):>5}", sum([F(1, n) for n in range(1, 6)]), max(a, b), sorted([b, a]), a.numerator, a.denominator, a.as_integer_ratio(), a.is_integer())
for call in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(1) / 0, lambda: F([]), lambda: F("1/0"), lambda: a + "x", lambda: F(0) ** -1):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance("x", numbers.Number), isinstance(True, numbers.Number))
