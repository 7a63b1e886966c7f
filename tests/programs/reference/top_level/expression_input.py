# 9.4 Expression input: eval takes one expression, with white space around it
for text in ("1 + 1", "  2", "\t3", "(4\n+ 5)", "6 # comment", "[i for i in 'ab']", "lambda: 7", "(yield)", "x := 8", "(x := 8)", "9,", "a = 1", "a; b", "pass", "", "   ", "1\n2", "1 +", "if 1: 2", "not", "print('side effect')", "await x", "1 if 2", "'a' 'b'", "f'{1+1}'", "{}", "{**{}}", "()", "...", "None", "__name__", "1_0", "0x_f", "(1", "1)", "'open", "1 2", "def f(): pass", "import x", "x.y.z", "return 1", "1 == 1 == 1", "-1", "~-+1", "\\\n5", "5\\\n"):
    try:
        value = eval(text)
        print(repr(text), "=", value if not callable(value) else type(value).__name__)
    except (SyntaxError, NameError, AttributeError) as e:
        print(repr(text), "->", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
