# str: from any object, and decoding bytes with errors
class Both:
    def __str__(self):
        return "the str"

    def __repr__(self):
        return "the repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Sub(str):
    def __str__(self):
        return "overridden"


print(str(), str(5), str(1.0), str(None), str([Both()]), str(Both()), repr(Both()), str(OnlyRepr()), str(b"x"), str("s"), str(Sub("s")), Sub("plain") + "!", repr(Sub("q")), f"{Sub('f')}", "%s" % Sub("p"), "{}".format(Sub("g")))
print(str(b"caf\xc3\xa9", "utf-8"), str(b"caf\xe9", "latin-1"), str(b"a\xffb", "ascii", "replace"), str(b"a\xffb", errors="ignore"), str(bytearray(b"ba"), "utf8"), str(b"a\xff", "utf-8", "backslashreplace"), str(object=5), str(b"", "ascii"), str(b"ab", encoding="ascii"))
for bad in (lambda: str(5, "utf-8"), lambda: str("s", "utf-8"), lambda: str(b"\xff", "utf-8"), lambda: str(b"\xff", "ascii"), lambda: str(b"a", "no-such"), lambda: str(b"\xff", "utf-8", "no-handler"), lambda: str(type("B", (), {"__str__": lambda s: b"bytes"})()), lambda: str(1, 2, 3, 4), lambda: str(b"\xe2\x82", "utf-8"), lambda: str(b"\xf0\x9f\x98", "utf-8"), lambda: str(b"\x80abc", "utf-8"), lambda: str(x=1), lambda: str(b"\xed\xa0\x80", "utf-8"), lambda: str(b"\xc0\x80", "utf-8")):
    try:
        print(repr(bad()))
    except (TypeError, ValueError, LookupError) as e:
        print(type(e).__name__, e)
try:
    "é€😀".encode("latin-1")
except UnicodeEncodeError as e:
    print(e, "|", e.encoding, e.object, e.start, e.end, e.reason)
try:
    b"ab\xffcd".decode()
except UnicodeDecodeError as e:
    print(e, "|", e.encoding, e.object, e.start, e.end, e.reason)
print(type(str(Sub("s"))).__name__, isinstance(Sub("x"), str), str.__new__(Sub, "n").upper(), str(Exception("message")), str(KeyError("k")), str(ValueError()), str(OSError(2, "gone")), str(type), str(...))
