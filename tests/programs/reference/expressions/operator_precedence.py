# 6.17 Operator precedence: each pair of neighbours in the table, decided by values that would differ
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** -2 ** 2, ~2 ** 2, - -3, -+-3, ~-3)
print(10 - 4 - 3, 100 / 10 / 2, 2 * 3 % 4, 7 // 2 * 2, 7 % 4 * 2, -7 // 2, -(7 // 2), -7 % 3, -(7 % 3), 1 + 2 << 3, 1 + (2 << 3), 16 >> 1 + 1, 1 << 2 << 3)
print(6 & 3 << 1, (6 & 3) << 1, 4 | 1 & 2, (4 | 1) & 2, 5 ^ 1 & 3, 4 | 2 ^ 6, 1 | 2 == 3, 1 | (2 == 3), 5 & 4 == 4, ~1 & 3, not 1 == 2, not (1 == 2), (not 1) == 2)
print(1 or 0 and 0, (1 or 0) and 0, not 0 and 0, not (0 and 0), not 0 or 1, 1 if 0 else 2 or 3, (1 if 0 else 2) or 3, 1 or 2 if 0 else 3, 0 or "x" if 1 else "y", [] or 1 in [1], 1 + 1 in [2], not 1 in [2], 1 in [1] in [[1]])
print((lambda: 1 or 2)(), (lambda x: x if x else 0)(3), [lambda: 1, 2][1], (x := 1, 2), x, 1 < 2 and 3 > 2, 1 < 2 < 3 == 3, 1 == 1 in [1], 5 - 3 > 1 + 0, 2 * 3 == 6 and "yes" or "no", "a" "b" * 2, "%d" % 2 + "1", "%s%s" % ("a", "b") * 2)
print(-1 .__abs__(), (-1).__abs__(), -"abc".find("z"), 2 * [1, 2][0], -[3][0], 2 ** [1, 2][1], -True, +True, not True == False, 3 - -3, 3--3, 2**-1*4, 4 * 2 ** -1, 10 % 4 ** 2, 5 // 2 ** 2)


class Op:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


for name, symbol in {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "eq": "==", "lt": "<"}.items():
    setattr(Op, f"__{name}__", lambda self, other, symbol=symbol: Op(f"({self}{symbol}{other})"))
for name, symbol in {"neg": "-", "pos": "+", "invert": "~"}.items():
    setattr(Op, f"__{name}__", lambda self, symbol=symbol: Op(f"({symbol}{self})"))
a, b, c, d = map(Op, "abcd")
print(a + b * c - d, a ** b ** c, -a ** b, a @ b / c // d, a << b + c, a & b | c ^ d, a | b << c & d, ~a + -b, a == b + c, a % b * c, a - b - c, a * b ** -c, a | b < c, -a @ b, a + b << c - d, a & ~b ^ c)
