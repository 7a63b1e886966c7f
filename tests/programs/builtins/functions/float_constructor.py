# float: from text and numbers, special values, hexadecimal
class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 3


class S(float):
    pass


for text in ("1", "-1.5", " 2.5\n", "1e3", "1E-3", ".5", "5.", "+3", "1_000.5", "inf", "-Infinity", "nan", "iNf", "1e400", "1e-400", "0x10", "1__0", "", " ", "abc", "1.2.3", "--1", "1e", "infinit", "١٢", "1 2", "1,5", "_1", "1_", "1e5_0", "\0", "1\0", "0.1e-2"):
    try:
        print(repr(text), "->", float(text))
    except ValueError as e:
        print(type(e).__name__, e)
print(float(), float(3), float(True), float(2 ** 53 + 1), float(F()), float(I()), float(b"1.5"), float(bytearray(b"2")), float(S(1.5)), type(float(S(1.5))).__name__, float(-0), float("-0"), float(10 ** 22), float(123456789012345678))
for bad in (lambda: float(None), lambda: float([]), lambda: float("a", "b"), lambda: float(10 ** 400), lambda: float(b"x"), lambda: float(object()), lambda: float(x=1), lambda: float(1j), lambda: float.fromhex("xyz"), lambda: float.fromhex("0x1p5000")):
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(float.fromhex("0x1.8p1"), float.fromhex("-0x.1"), float.fromhex("inf"), (1.5).hex(), (-0.1).hex(), (0.0).hex(), float("inf").hex(), 5e-324.hex())
print((0.5).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (3.7).__trunc__(), (3.2).__ceil__(), (-3.7).__floor__())
