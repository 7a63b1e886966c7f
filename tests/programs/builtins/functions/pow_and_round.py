# pow, round: three arguments, inverses, and ties to the even neighbour
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(-8, 1 / 3), pow(3, 5, 7), pow(3, -1, 7), pow(-3, 3, 5), pow(3, 3, -5), pow(2, 0, 1), pow(base=2, exp=5, mod=3), pow(10, 20, 10 ** 9 + 7), pow(0, 0), pow(True, 2), pow(1j, 2), 0.0 ** 0, pow(7, 2 ** 70, 13))
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1.005, 2), round(1234.5, -2), round(15, -1), round(25, -1), round(1250, -2), round(-5, -1), round(3.14159, 3), round(2.5, 0), round(7), round(7, 2), round(1e300, -299), round(1.5, None), round(0.1, 20), round(5e-324, 400), round(True), round(12345, -5), round(1e16), round(-0.4), round(-0.4, 0))
print(type(round(2.5)).__name__, type(round(2.5, 0)).__name__, type(round(5, -1)).__name__, round(number=2.567, ndigits=1), round(0.15, 1), round(0.25, 1), round(0.35, 1), round(8.5), round(9.5), round(123.456, -1), round(123.456, -3))


class R:
    def __round__(self, n=None):
        return f"round {n}"

    def __pow__(self, other, mod=None):
        return f"pow {other} {mod}"

    def __rpow__(self, other, mod=None):
        return f"rpow {other} {mod}"


print(round(R()), round(R(), 3), pow(R(), 2), pow(R(), 2, 3), pow(2, R()), 2 ** R())
for bad in (lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(0, -1), lambda: pow(0.0, -1), lambda: pow(2.0, 3, 5), lambda: pow("a", 2), lambda: pow(2), lambda: pow(2, 3, 4.0), lambda: pow(1, 2, 3, 4), lambda: round("a"), lambda: round(1.5, 1.5), lambda: round(), lambda: round(None), lambda: round(float("inf")), lambda: round(float("nan")), lambda: round(1j), lambda: round(1, "2"), lambda: 10.0 ** 400, lambda: (-1) ** 0.5 == 1j, lambda: round(1.7e308, -308), lambda: 2 ** "3"):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
