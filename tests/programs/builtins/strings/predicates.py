# String methods, predicates: isalpha, isdigit, isdecimal, isnumeric, isspace, isprintable, isidentifier, isascii
samples = ["", "a", "abc1", "1", "１", "²", "½", "Ⅷ", "٣", "一", " ", "\t\n", "\u00a0", "\x1c", "\u2028", "_", "a_b", "é", "😀", "\x00", "\u200b", "-1", "1.5", "class", "9a", "ª", "ℵ", "\x85", "字"]
for s in samples:
    print(ascii(s), *(int(getattr(s, name)()) for name in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isprintable", "isidentifier", "isascii")))
print([c for c in map(chr, range(128)) if c.isspace()], sum(chr(i).isprintable() for i in range(256)), [hex(i) for i in range(0x80, 0x100) if chr(i).isalpha() and not chr(i).islower() and not chr(i).isupper()])
for bad in (lambda: "a".isalpha(1), lambda: str.isdigit(1), lambda: b"a".isidentifier(), lambda: b"a".isnumeric()):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(e)
