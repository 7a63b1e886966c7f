# What strings can do: methods, slices, escapes, membership and comparison.
s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), "ab cd".capitalize(), s.casefold())
print(s.find("o"), s.rfind("o"), s.index("W"), s.count("l"), s.find("x"), s.startswith(("He", "x")), s.endswith("ld"))
print(s.replace("l", "L", 2), s.split(", "), "a b  c ".split(), "a,b,,c".split(","), "a,b,c".rsplit(",", 1))
print("  pad ".strip() + "|", "xxaxx".strip("x"), "xxa".lstrip("x"), "axx".rstrip("x"), "v1.py".removesuffix(".py"))
print("-".join(["a", "b"]), "ab".center(6, "*"), "7".zfill(3), "-7".zfill(4), "ab".ljust(4) + "|", "ab".rjust(4))
print(s[0], s[-1], s[2:5], s[::-1], s[::3], s[-5:], s[5:2], s[:100], s * 2, "o" in s, "xyz" not in s)
print("one\ntwo\r\nthree".splitlines(), "a\tb".expandtabs(4), "key=val=x".partition("="), "a.b.c".rpartition("."))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "x_1".isidentifier(), "".isalpha())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n nul\0 é \x7f \u200b \\"), ascii("é€😀"))
print(ord("a"), chr(8364), len("😀é"), "é" == "\u00e9", "a" < "b" < "ba", "Z" < "a", max("hello"), sorted("bca"))
print("abc".translate(str.maketrans("ab", "xy", "c")), "%s is %d years, %r, %5.2f%%" % ("Ann", 30, "x", 12.345))
print("{} {1} {0}".replace("{} ", "").format("a", "b"), "{0!s:>8}|{name}|{0[1]}".format([1, 2], name="n"), "{!r:>6}".format("x"))
print("con" "cat", """triple "quoted"
text""", r"raw\n", "a\
b", b"bytes\x00\xff", b"abc"[0], "é".encode(), b"\xc3\xa9".decode())
for action in (
    lambda: 'abc'.index('x'),
    lambda: 'abc'[5],
    lambda: 'a' + 1,
    lambda: 1 + 'a',
    lambda: 'a' * 'b',
    lambda: ','.join([1]),
    lambda: '%d' % 'x',
    lambda: s['a'],
    lambda: ord('ab'),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
