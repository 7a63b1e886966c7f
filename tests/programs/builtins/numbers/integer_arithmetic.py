# Numeric types: integers of any size, floor division, modulo, powers and bits
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3, 0 // 5, 5 // 7, -1 // 10 ** 20, divmod(-7, 2), divmod(7, -2), 2 ** 10, (-2) ** 3, 0 ** 0, 2 ** 0, 1 / 3, 7 / 7, -1 / 2, 10 ** 20 / 10 ** 10)
big = 2 ** 100
print(big, -big, big + 1, big - big, big * big, big // 7, big % 7, -big // 7, -big % 7, big ** 2 == 2 ** 200, big >> 98, big << 3, -big >> 99, (big + 1) // 2 ** 99, divmod(big, -3), big / 2 ** 98, int(big / 3), float(big), hash(big), big == float(big), big.bit_length(), (big - 1).bit_count(), str(big)[:5], len(str(3 ** 1000)), pow(3, 1000, 10 ** 20), -(-(2 ** 63)), 2 ** 63 - 1, -(2 ** 63) - 1, 9223372036854775807 + 1, 9223372036854775807 * 2, -9223372036854775808 - 1, -9223372036854775808 // -1)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, -6 & 3, -6 | 3, -6 ^ 3, ~-1, 1 << 70, -1 << 3, -5 >> 1, 5 >> 100, -5 >> 100, 0 << 10 ** 9 if False else 0, big & (big - 1), -big | 1, big ^ -1, (2 ** 64 - 1) & -2, True << 2, 0xff & 0b1010, ~big)
for bad in ("1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "0 ** -1", "1 << -1", "1 >> -1", "2 ** 'a'", "1 + '1'", "1 & 1.0", "~1.0", "-'a'", "1 @ 1", "1 + None", "big / 0", "big // 0", "big % 0", "int('x')", "10 ** 400 / 1", "10 ** 400 * 1.0", "pow(2, -1, 6)", "1 << 10 ** 30", "(1).foo", "1 if 1 else", "5()", "5[0]", "5 in 5", "for_ = 5; for_.real = 1", "5 < 'a'", "1 .x"):
    try:
        print(bad, "=", eval(bad)) if "=" not in bad and ";" not in bad else exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
