# Additional methods on integer types: bit_length, bit_count, to_bytes, from_bytes and ratios
for n in (0, 1, -1, 37, -37, 255, 256, 2 ** 31, -(2 ** 63), 10 ** 20):
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.real, n.imag, n.numerator, n.denominator, n.conjugate())
print((1024).to_bytes(2, byteorder="big"), (1024).to_bytes(4, "little"), (-1024).to_bytes(4, "big", signed=True), (0).to_bytes(0), (255).to_bytes(), (10 ** 20).to_bytes(9), (-1).to_bytes(2, signed=True), (127).to_bytes(1, signed=True), (-128).to_bytes(1, "little", signed=True), True.to_bytes())
print(int.from_bytes(b"\x00\x10"), int.from_bytes(b"\x00\x10", byteorder="little"), int.from_bytes(b"\xfc\x00", signed=True), int.from_bytes([255, 0, 0]), int.from_bytes(bytearray(b"\x01")), int.from_bytes(b""), int.from_bytes(b"\xff" * 10), int.from_bytes(b"\x80", "little", signed=True))
for bad in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (128).to_bytes(1, signed=True), lambda: (1).to_bytes(-1), lambda: (1).to_bytes("x"), lambda: (1).to_bytes(1, "x"), lambda: (1).to_bytes(1, 5), lambda: int.from_bytes("text"), lambda: int.from_bytes([256]), lambda: int.from_bytes(b"a", "x"), lambda: int.from_bytes(), lambda: (1).bit_length(1), lambda: int.from_bytes(5.5), lambda: int.from_bytes(["a"]), lambda: (1).nope, lambda: int.from_bytes(b"a", signed=[])):
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError, AttributeError) as e:
        print(type(e).__name__, e)
class Temp(int):
    def __add__(self, other):
        return Temp(int(self) + other)
    def __repr__(self):
        return f"Temp({int(self)})"
t = Temp(5)
print(t + 1, type(t + 1).__name__, t - 1, type(t - 1).__name__, -t, abs(Temp(-3)), t == 5, hash(t) == 5, [10, 20, 30, 40, 50, 60][t], str(t), f"{t}", f"{t:03d}", int(t), t.bit_length(), Temp.from_bytes(b"\x07"), Temp("12"), max(t, 3), divmod(t, 2), round(t), t and "truthy", range(t), t.real.__class__.__name__)
