# bin, oct, hex, chr, ord: numbers as text in other bases and characters
for n in (0, 1, -1, 10, 255, -256, 2 ** 64, True):
    print(bin(n), oct(n), hex(n), format(n, "b"), format(n, "#x"), f"{n:08b}", f"{n:#_b}")


class Index:
    def __index__(self):
        return 42


print(bin(Index()), oct(Index()), hex(Index()), chr(Index()), "%x %X %o" % (255, 255, 8), int("0b101", 0), int("ff", 16), int("-0o17", 0))
print(chr(65), chr(0x20ac), chr(0x1f600), repr(chr(0)), repr(chr(0x10ffff)), ord("a"), ord("€"), ord("😀"), ord(b"x"), ord(bytearray(b"\xff")), [chr(ord(c) + 1) for c in "HAL"])
assert all(ord(chr(i)) == i for i in (0, 127, 128, 0x7ff, 0x800, 0xffff, 0x10000))
for bad in (lambda: bin(1.5), lambda: hex("a"), lambda: oct(None), lambda: bin(), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: chr(1.0), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: ord(b"ab"), lambda: chr(2 ** 40), lambda: chr(), lambda: ord("a", "b"), lambda: chr(10 ** 30)):
    try:
        print(bad())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
