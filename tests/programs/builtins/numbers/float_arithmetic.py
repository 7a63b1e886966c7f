# Numeric types: floats, their shortest text, special values and comparisons with integers
print(0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 100.0, 1e22, 1e23, -0.0, 0.0, 1.0, 1.10, 3.0e8, 2.5e-8, 12345.678e-10, 1e100, 9007199254740993.0, 0.30000000000000004, 1.1 * 3, 4.35 * 100, 1.15, 2.675)
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf + 1, -inf < inf, nan == nan, nan != nan, inf == inf, 1 / inf, -1 / inf, inf // 1, 5 % inf, -5 % inf, inf ** 0, 1 ** nan, nan ** 0, 0.0 == -0.0, inf > 10 ** 400, 1e308 * 10, -1e308 * 10, min(nan, 1), sorted([3.0, -inf, 2]), [inf] == [inf], inf in [inf])
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), divmod(-1e-20, 1), 1e20 % 3, 2.0 ** 0.5, 2.0 ** -1, (-2.0) ** 2, (-2.0) ** 3, 4 ** 0.5, (-8) ** (1 / 3), 0.0 ** 0, 1e-320 / 10, 5.0 // 0.1, 1.0 % 0.1, -0.0 + 0, -0.0 * 5, 0.0 * -1, abs(-0.0))
print(3.0 == 3, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 1e300 == 10 ** 300, 0.5 == 1 / 2, 3.7 // 1, int(3.7), int(-3.7), round(3.5), round(4.5), round(-0.5), round(2.345, 2), (3.0).is_integer(), (3.25).as_integer_ratio(), (0.1).as_integer_ratio(), (1e300).is_integer(), 1.5.hex(), float.fromhex("0x1.8p+0"), (2.5).real, (2.5).imag, (2.5).conjugate(), hash(0.5), hash(1e300), hash(inf), hash(3.0) == hash(3))
for bad in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "0.0 ** -1", "10.0 ** 400", "int(inf)", "int(nan)", "round(inf)", "inf.as_integer_ratio()", "nan.as_integer_ratio()", "1.0 & 1", "1.0 << 1", "'a' * 1.0", "[1] * 1.0", "[1][1.0]", "range(1.0)", "1.0 + 'a'", "float('x')", "1.5.foo", "1.5()", "(-1.0) ** 0.5 < 0", "1e400 // 1 + int(1e400)", "math.floor(inf)", "math.sqrt(-1)", "math.exp(1000)", "math.log(0)", "math.factorial(1.5)"):
    try:
        import math
        print(bad, "=", eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
