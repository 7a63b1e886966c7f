# int: from text in every base, from numbers and objects, and the digits limit
class Int:
    def __int__(self):
        return 5


class Index:
    def __index__(self):
        return 6


class Trunc:
    def __trunc__(self):
        return 7


class Sub(int):
    def __repr__(self):
        return f"Sub({int(self)})"


for text, base in (("10", 10), ("10", 2), ("ff", 16), ("0xff", 16), ("0b11", 0), ("z", 36), ("-0o7", 8), (" 12 \n", 10), ("1_000", 10), ("+5", 10), ("١٢", 10), ("0", 0), ("00", 0), ("010", 0), ("12", 2), ("", 10), ("0x", 16), ("1__0", 10), ("_1", 10), ("1.5", 10), ("abc", 10), ("- 1", 10), ("1", 37), ("1", 1), ("1", -1), ("0b12", 0), ("0xg", 0), ("９", 10), ("1 2", 10), ("\0", 10), ("0x1", 10), ("0b1", 16)):
    try:
        print(repr(text), base, "->", int(text, base))
    except ValueError as e:
        print(type(e).__name__, e)
print(int(), int(3.9), int(-3.9), int(True), int(Int()), int(Index()), int(b"12"), int(bytearray(b"7f"), 16), int("12", base=3), int(1e20), Sub(4), Sub(4) + 1, type(int(Sub(4))).__name__, int("7" * 30))
for bad in (lambda: int(None), lambda: int([]), lambda: int("5", "10"), lambda: int(5, 10), lambda: int(base=10), lambda: int(1.5, 2), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(1j), lambda: int(object()), lambda: int("1", 10, 3), lambda: int(Trunc()), lambda: int(b"x"), lambda: int("9" * 4301), lambda: str(10 ** 4300), lambda: int(x=5), lambda: int("1" * 5000, 16) % 7, lambda: int(type("B", (), {"__int__": lambda s: 1.0})()), lambda: int("é")):
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print((5).bit_length(), (-255).bit_length(), (255).bit_count(), (5).to_bytes(2), (-5).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00"), int.from_bytes(b"\xff", signed=True), (6).as_integer_ratio(), (5).is_integer(), (7).conjugate(), (7).numerator, (7).denominator)
for bad in (lambda: (300).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes(5), lambda: int.from_bytes("a"), lambda: int.from_bytes([256]), lambda: int.from_bytes(b"", "x")):
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
