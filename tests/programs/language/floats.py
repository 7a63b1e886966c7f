# Floats print their shortest digits that read back the same.
print(0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1e-5, 0.0001, 1e100, 5e-324, 1.7976931348623157e308)
print(1.0, -0.0, 100.0, 1e22, 1e23, 2.5e-10, 1 / 3, 2 / 3, 10 / 2, 3.0 * 2)
print(float("inf"), -float("inf"), float("nan"), float("1e3"), float(" -2.50 "), float("1_0.5"))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, -2), 2**0.5, 2**-1, 8 ** (1 / 3))
print(round(0.5), round(1.5), round(2.5), round(2.675, 2), round(-1.5), round(1e20), round(3.14159, 3), round(5.0, 0))
print(int(1e20), (0.1).as_integer_ratio(), (2.0).is_integer(), (0.5).hex(), 1e308 * 10, abs(-2.5))
nan = float("nan")
print(nan == nan, nan in [nan], nan < 1, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1 < 1.5 < 2)
print(sum([0.1] * 10), sum([0.1] * 3), min(2, 1.0), max(1, 1.0), 3 + 4.0, 1e3 + 1)
print(f"{1e6:.0f} {2.5:.0f} {3.5:.0f} {1234.5678:.2e} {1e-10:.3g} {0.00012345:g} {123456789.0:g} {1.0:g} {1.10:.4g}")
print("%.2f %5.1f %e %g %d" % (3.14159, 2.25, 12345.678, 0.00001, 3.99))
print(hash(0.5), hash(1e300), hash(float("inf")), str(1e5), repr(1.5e5), 1e5 .__str__())
for action in (
    lambda: 1.0 / 0,
    lambda: 1.0 % 0,
    lambda: 0.0 ** -1,
    lambda: float('x'),
    lambda: int(float('nan')),
    lambda: int(float('inf')),
    lambda: 10.0 ** 400,
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
