# 3.3.8 Emulating numeric types: the operator, its reflection and its in-place form, in CPython's order
class N:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def method(symbol):
    return lambda self, *others: f"{symbol}({self.name}, {', '.join(map(repr, others))})"


for name in "add sub mul matmul truediv floordiv mod divmod lshift rshift and xor or pow".split():
    for prefix in ("", "r", "i"):
        if prefix + name != "idivmod":
            setattr(N, f"__{prefix}{name}__", method(prefix + name))
for name in "neg pos abs invert round trunc floor ceil".split():
    setattr(N, f"__{name}__", method(name))
a, b = N("a"), N("b")
print(a + b, a - 1, 1 * a, a @ b, 1 @ a, a / 2, 2 / a, a // b, 3 // a, a % 2, "%s" % a, 2 % a)
print(divmod(a, 2), divmod(2, a), a ** 2, 2 ** a, pow(a, 2, 5), a << 1, 1 << a, a >> b, 1 >> a, a & 1, 1 & a, a ^ 1, 1 ^ a, a | 1, 1 | a)
print(-a, +a, abs(a), ~a, round(a), round(a, 2))
for op in "+ - * @ / // % ** << >> & ^ |".split():
    x = N("x")
    scope = {"x": x}
    exec(f"x {op}= 5", scope)
    print(scope["x"], end=" ")
print()


class Half:
    def __add__(self, other):
        return NotImplemented

    def __iadd__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return f"radd {other}"

    def __index__(self):
        return 3


class Sub(Half):
    def __radd__(self, other):
        return "the subclass goes first"


h = Half()
print(1 + h, [] + h if False else "s", h + Sub(), [10, 20, 30, 40][h], range(h), bin(h), "ab" * h, int(h), float(h), complex(h), hex(h), oct(h), chr(h), [0] * 2)
import math
import operator
print(math.trunc(a), math.floor(a), math.ceil(a), operator.index(h), math.sqrt(h))
for bad in ("h + 1", "h + h", "h - 1", "1 - h", "h += 1", "-h", "~h", "abs(h)", "round(h)", "h ** 2", "pow(h, 2, 3)", "divmod(h, 1)", "h @ h", "int(object())", "float(object())", "1 + 'a'", "'a' + 1", "[] + ()", "() + []",
            "1 << 1.0", "'a' * 'b'", "[] * 1.5", "1 + None", "{} + {}", "{1} + {2}", "b'a' + 'a'", "1 @ 2", "-'a'", "~1.5", "+[]", "1 // 'a'", "'a' - 'b'", "{} | []", "{1} | [2]", "1 & 1.0", "2 ** 'a'", "None + None", "len + 1", "print >> 1", "[] - []",
            "x = 1; x += 'a'", "x = 'a'; x += 1", "x = []; x += 1", "x = (); x += []", "x = {}; x |= 1", "x = 1; x **= 'a'", "pow(2, 3, 'a')", "pow('a', 2)"):
    try:
        exec(bad)
    except TypeError as e:
        print(bad, "->", e)
