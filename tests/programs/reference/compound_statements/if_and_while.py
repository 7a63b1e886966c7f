# 8.1, 8.2 The if and while statements: branches, else clauses and their one-line forms
def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70: return "C"
    else:
        return "F"


print([grade(n) for n in (95, 85, 75, 10)])
if []: print("no")
elif {}: print("no")
else: print("empty")
if 1: x = 1; y = 2
print(x, y)
if x == 1:
    if y == 1:
        print("nested no")
    else:
        if y == 2: print("nested yes")
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print("collatz", steps)
stack = [1, [2, [3]], 4]
flat = []
while stack:
    top = stack.pop()
    if isinstance(top, list):
        stack.extend(top)
        continue
    flat.append(top)
print(flat)
i = 3
while i: i -= 1
print(i)
while (i := i + 1) < 3: print("walrus", i)
while True:
    while True:
        break
    else:
        print("skipped")
    break
else:
    print("skipped too")
if (
    i == 3
    and steps > 100
): print("several lines")
for bad in ("if x = 1: pass", "if x:", "if x:\npass", "if x pass", "if: pass", "else: pass", "elif x: pass", "if x:\n  pass\nelse if y:\n  pass", "if x:\n  pass\nelse:\n  pass\nelse:\n  pass", "if x: pass; else: pass", "if x:\n pass\nelif:\n pass", "while: pass", "while x", "while x = 1: pass", "if x then: pass", "if (x: pass", "if x): pass", "if x:: pass", "if x: if y: pass", "if x: for y in z: pass", "if x:\n pass\n else:\n pass", "while x:\n pass\nelif y:\n pass", "if not: pass", "if x == : pass", "if x and: pass", "if x is not: pass", "if x in: pass", "if a.b = 1: pass", "if a[0] = 1: pass", "while a() = 1: pass", "if x := 1: pass", "if True: x = 1 else: x = 2"):
    try:
        compile(bad, "i", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
