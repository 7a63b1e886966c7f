# Text and bytes: encode and decode with codecs, error handlers and the errors' attributes
s = "aé€😀"
for codec in ("utf-8", "utf8", "UTF-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8-sig", "latin-1", "ascii"):
    try:
        data = s.encode(codec)
        print(codec, data, data.decode(codec) == s)
    except UnicodeEncodeError as e:
        print(codec, type(e).__name__, e)
    except LookupError as e:
        print(codec, type(e).__name__)
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace" if False else "strict"):
    try:
        print(handler, s.encode("ascii", handler), s.encode("latin-1", errors=handler))
    except UnicodeEncodeError as e:
        print(handler, e.encoding, e.reason, e.start, e.end, e.object == s)
for data in (b"\xff", b"a\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xed\xa0\x80", b"ok\x80ok", b"\xf5\x80\x80\x80", b"\xe2\x28\xa1", b"\xf4\x90\x80\x80"):
    print(data, repr(data.decode("utf-8", "replace")), repr(data.decode("utf-8", "ignore")), data.decode("utf-8", "backslashreplace"), end=" ")
    try:
        data.decode()
    except UnicodeDecodeError as e:
        print(e.start, e.end, e.reason, "|", e)
print(b"\xef\xbb\xbfx".decode("utf-8-sig"), repr(b"\xef\xbb\xbfx".decode()), b"a\x00b\x00".decode("utf-16-le"), b"\xff\xfea\x00".decode("utf-16"), "".encode(), b"".decode("ascii"))
for bad in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "é".encode("ascii", "nope"), lambda: b"\x80".decode("ascii"), lambda: b"a".decode("utf-16-le"), lambda: "a".encode(None), lambda: "a".encode(errors=5), lambda: "a".decode(), lambda: b"a".encode(), lambda: "a".encode("utf-8", "strict", 1)):
    try:
        print(bad())
    except (LookupError, UnicodeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
e = UnicodeDecodeError("codec", b"abc", 1, 2, "because")
print(e, e.args, e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
print(UnicodeEncodeError("c", "abc", 0, 3, "r"), UnicodeEncodeError("c", "é", 0, 1, "r"))
