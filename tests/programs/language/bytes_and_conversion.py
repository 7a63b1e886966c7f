# Bytes, bytearrays, and conversions between types.
b = "héllo".encode("utf-8")
print(b, len(b), b[0], b[1:3], b.decode(), list(b[:3]), b.hex(), bytes.fromhex("68 69"), bytes(3), bytes([65, 66]))
print(b"a,b".split(b","), b"ab".upper(), b"x" in b"axb", b"ab" + b"c", b"-".join([b"a", b"b"]), b"abc".find(b"c"))
ba = bytearray(b"abc")
ba[0] = 90
ba.append(33)
print(ba, bytes(ba), ba == b"Zbc!")
print(int("42"), float("1.5"), str(42), bool(""), bool("False"), list("abc"), tuple([1]), set([1]), dict([(1, 2)]), chr(97), ord("a"))
print(bool([]), bool([0]), bool(0.0), int(True), float(3), int("ff", 16), str(1e3), str(1_000))
for action in (lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: bytes([256]), lambda: b"a" + "b", lambda: chr(-1)):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
