# 6.3.4 Calls: which argument lists are no Python at all
for source in ("f(a=1, 2)", "f(**k, 2)", "f(**k, *a)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f('s'=1)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x for x in y)", "f(*a, b, *c, d=1, **e, f=2)", "f(True=1)", "f(None=1)", "f(a, b=)", "f(,)", "f(a,,b)",
               "f(a b)", "f(a for)", "f(*)", "f(**)", "f(a := 1, b := 2)", "f(a = b := 1)", "f(lambda: (yield))", "f(*a := 1)", "f(a=1 b=2)", "f(if)", "f(a, *b, c=1, *d)", "f(a if b)", "f(not)", "f(__debug__=1)", "f(a[0]=1)", "f(a()=1)", "f(a+b=1)", "f(a, (b=1))",
               "f(a=1, *b)", "f(**a, b=1)", "f(**a, **b)", "class C(a=1, 2): pass", "class C(*a, **b): pass", "@f(a=1, a=2)\ndef g(): pass", "f(await x)", "f(yield)", "f((yield))", "f(a==1, b=2)", "f(a=1,)", "f(*a,)", "f(**a,)"):
    try:
        compile(source, "c", "exec")
        print(source, "compiles")
    except SyntaxError as e:
        print(source, "->", e.msg, "|", e.offset, e.end_offset)
