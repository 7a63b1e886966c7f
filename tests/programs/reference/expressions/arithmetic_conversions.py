# 6.1 Arithmetic conversions: bool, int, float and complex mix towards the wider type
for left in (True, 2, 2.5, 1 + 2j):
    for right in (True, 3, 0.5, 2j):
        row = [left + right, left - right, left * right, left / right, left ** right if right != 2j else "-"]
        print(left, right, [f"{type(x).__name__}:{x}" for x in row[:4]])
print(True + True, True * 3.0, 10 ** -1, 2 ** 0.5, (-8) ** (1 / 3), 7 // 2.0, 7.5 % 2, -7 // 2, -7 % 3, 7 % -3, -7.5 % 2, divmod(-7, 2), divmod(7.5, -2))
print(1 == 1.0 == True == 1 + 0j, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 400 > 1e308, 10 ** 400 == float("inf"), -(10 ** 400) < float("-inf"))
for bad in ("10 ** 400 + 1.0", "1 // 0", "1 % 0", "1.0 // 0", "1.0 % 0", "1 / 0", "1.0 / 0", "0 ** -1", "0.0 ** -1", "1j / 0", "divmod(1, 0)", "divmod(1.0, 0)", "1j // 1", "1j % 2", "divmod(1j, 1)", "2.0 ** 2000", "int('9' * 400) * 1.0",
            "0j ** -1", "pow(2, -1, 4)", "pow(2, 3, 0)", "1 << -1", "1 >> -1", "1 << 2 ** 70", "(-1) ** 0.5 < 1", "1.5 & 1", "int(float('nan'))", "int(float('inf'))", "round(float('nan'))", "10 ** 400 / 3", "3 / 10 ** 400", "10 ** 400 / 10 ** 399", "float(10 ** 400)"):
    try:
        print(bad, "=", eval(bad))
    except (ArithmeticError, TypeError, ValueError, MemoryError) as e:
        print(bad, "->", type(e).__name__, e)
