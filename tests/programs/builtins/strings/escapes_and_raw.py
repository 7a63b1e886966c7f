# Text: how repr chooses quotes and escapes, and that eval brings the string back
samples = ["", "'", '"', "'\"", "\\", "\n", "\t\r", "\x00", "\x1b", "\x7f", "\x80", "\xa0", "\xad", "é", "\u0300", "\u200d", "\u2028", "\ufeff", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U000e0001", "\U0010ffff", "😀", "a'b", 'a"b', "a'b\"c", "\\n", "mixed \n 'q' \t \"d\"", "日本", "\u0378", "\u3000"]
for s in samples:
    r, a = repr(s), ascii(s)
    print(r if s.isprintable() or r.isascii() else ascii(r), a, len(s), eval(r) == s == eval(a))
print(r"\n", R'\'', len(r"\\"), rb"\x00", "\x41\u0042\U00000043\103", "a\
b", 'c' "d" '''e''' """f""")
print(f"{'nested'!r}", "%r" % "x'y", "{!r}".format('x"y'), [s for s in ("'", '"')], {"k'": 'v"'}, ("\n",))
print("tab\there", "back\\slash", "bell\a".encode(), "null\0end".encode(), "form\ffeed".encode(), "vertical\vtab".encode())
