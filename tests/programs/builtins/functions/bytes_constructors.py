# bytes, bytearray: sizes, iterables, text with an encoding
class B:
    def __bytes__(self):
        return b"from __bytes__"


class Index:
    def __index__(self):
        return 3


print(bytes(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes("é", "latin-1"), bytes("a€", "ascii", "replace"), bytes("a€", "ascii", "ignore"), bytes(b"copy"), bytes(bytearray(b"ba")), bytes(B()), bytes(Index()), bytes(range(3)), bytes(source=[1]), bytes("x", encoding="utf-16-le"), bytes("€", "ascii", "xmlcharrefreplace"), bytes("€", "ascii", "backslashreplace"))
print(bytearray(), bytearray(2), bytearray(b"abc"), bytearray([1, 255]), bytearray("é", "utf8"), bytearray(Index()), bytes.fromhex("00 ff 7F"), bytearray.fromhex("0a"), b"ab".hex(), b"abcd".hex("-"), b"abcde".hex(":", 2), b"abcde".hex(":", -2))
for bad in (lambda: bytes("text"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes("é", "ascii"), lambda: bytes(5, "utf-8"), lambda: bytes([1.0]), lambda: bytearray("x"), lambda: bytes.fromhex("zz"), lambda: bytes.fromhex("abc"), lambda: bytes("a", "no-such-codec"), lambda: bytes(b"a", "utf-8"), lambda: bytes(1, 2, 3, 4), lambda: bytes(object()), lambda: bytearray(-5), lambda: bytes.fromhex(5), lambda: b"a".hex("xx"), lambda: bytes({}, errors="strict")):
    try:
        print(bad())
    except (TypeError, ValueError, LookupError) as e:
        print(type(e).__name__, e)
