# 7.9 The break and continue statements: with else, nested loops, try, with, and where they may stand
for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print(i)
else:
    print("not printed")
for i in range(2):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        print("inner else")
        continue
    print("after inner break", i)
else:
    print("outer else")
n = 0
while True:
    n += 1
    try:
        if n == 2:
            continue
        if n == 4:
            break
        print("body", n)
    finally:
        print("finally", n)
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while else", n)


class Ctx:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit", exc[0])


for k in range(3):
    with Ctx():
        if k == 0:
            continue
        break
for x in [1, 2]:
    try:
        raise ValueError(x)
    except ValueError as e:
        if x == 1:
            continue
        break
    finally:
        print("done", x)
print([x for x in range(3)], x, k)
for bad in ("break", "continue", "if 1: break", "def f(): break", "for x in y:\n def f(): break", "for x in y:\n class C: continue", "while 1: pass\nelse: break", "for x in y: pass\nelse: continue", "try: break\nfinally: pass", "lambda: break", "with a: continue", "for x in y:\n  try: pass\n  finally: pass\n  break", "break 2", "for x in break: pass", "match a:\n case 1: break", "while 1:\n if 1:\n  with a:\n   continue"):
    try:
        compile(bad, "b", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", e.msg, e.lineno, e.offset, e.end_offset)
