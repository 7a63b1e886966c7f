# bytes methods: the ASCII versions of the text methods
b = b"Hello World hello"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.center(21, b"*"), b"x".ljust(3, b"."), b"x".rjust(3), b"-5".zfill(4), b.find(b"o"), b.find(111), b.rfind(b"o"), b.count(b"l"), b.count(108), b.index(b"W"), b.replace(b"l", b"L", 2), b.startswith((b"x", b"He")), b.endswith(b"o"))
print(b.split(), b.split(b"o", 1), b.rsplit(None, 1), b"a\nb\r\nc".splitlines(), b"a,b".partition(b","), b"a,b,c".rpartition(b","), b", ".join([b"a", bytearray(b"b")]), b" x ".strip(), b"xxaxx".strip(b"x"), b"  x".lstrip(), b"x  ".rstrip(), b"a\tb".expandtabs(4), b"prefix-x".removeprefix(b"prefix-"), b"x.py".removesuffix(b".py"))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abcabc".translate(None, b"b"), b"abc".translate(bytes.maketrans(b"a", b"z"), delete=b"c"), b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \n".isspace(), b"Ab".istitle(), b"A".isupper(), b"a".islower(), b"\x80".isascii(), b"\xe9".isalpha(), b"\xe9".upper(), b"".isascii())
for bad in (lambda: b.find("o"), lambda: b.find(256), lambda: b.index(b"zz"), lambda: b.rindex(b"zz"), lambda: b"".join(["a"]), lambda: b"".join([1]), lambda: b.split(b""), lambda: b.split("o"), lambda: b.replace("l", "L"), lambda: b.center(5, "*"), lambda: b.center(5, b"**"), lambda: b.startswith("H"), lambda: b.startswith([b"H"]), lambda: b.strip("x"), lambda: b.partition(b""), lambda: bytes.maketrans(b"a", b"bc"), lambda: b.translate(b"short"), lambda: b.translate("x"), lambda: b.count(-1), lambda: b.zfill("x"), lambda: b.expandtabs(None), lambda: b.removeprefix("x"), lambda: b.hex(5), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("0g"), lambda: b.join(5), lambda: b.decode(5)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
