# SyntaxErrors made by hand: with every combination of fields
for args in (("msg",), ("msg", ("f.py", 3, 5, "some text\n")), ("msg", ("f.py", 3, 5, "some text\n", 3, 8)), ("msg", (None, 1, 1, None)), ("msg", ("f.py", 2, None, "x = 1"))):
    e = SyntaxError(*args)
    print(e, "|", e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)
raise SyntaxError("made by hand", ("file.cfg", 7, 5, "key = = value\n", 7, 8))
