# 8.3 The for statement: iterables and iterators of every kind, targets, changes during the loop
for x in "ab", [1], {"k": 2}, range(1):
    for y in x:
        print(y, end=" ")
print()
for i, (a, *b) in enumerate([(1, 2, 3), "xyz"]):
    print(i, a, b)
d = {}
for d["key"] in (1, 2):
    pass
for i in range(3):
    i = 10
    print(i, end=" ")
print(d, i)
for never in []:
    pass
try:
    never
except NameError as e:
    print(e)
items = [1, 2, 3, 4]
for x in items:
    if x == 2:
        items.remove(x)
    print(x, end=" ")
print(items)
for x in items:
    if len(items) < 6:
        items.append(x * 10)
print(items)
for x in items[:]:
    items.remove(x)
print(items)


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        while self.n:
            yield self.n
            self.n -= 1


print(list(Seq()), [*Countdown(3)], 4 in Seq())
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, "end"))
for bad in ("for x in 5: pass", "for x in None: pass", "for a, b in [1]: pass", "for a, b in [(1, 2, 3)]: pass", "d = {1: 1}\nfor k in d: d[k + 1] = 1", "d = {1: 1, 2: 2}\nfor k in d: del d[k]", "s = {1, 2}\nfor k in s: s.add(k + 5)", "d = {1: 1}\nfor k in d.items(): d.clear()", "d = {1: 1, 2: 2}\nfor k in d: d.pop(k)", "for x in int: pass", "for x in Seq: pass", "for x in iter(5): pass", "class I:\n def __iter__(self): return 5\nfor x in I(): pass", "class I:\n def __iter__(self): return self\nfor x in I(): pass", "for x in print: pass", "for x in 1.5: pass", "from collections import deque\nd = deque([1, 2])\nfor x in d: d.append(1)"):
    try:
        exec(bad)
        print(repr(bad), "is fine")
    except (TypeError, ValueError, RuntimeError) as e:
        print(repr(bad), "->", type(e).__name__, e)
for bad in ("for x y: pass", "for x in: pass", "for in x: pass", "for 1 in x: pass", "for x in y", "for f() in x: pass", "for x = 1: pass", "for x, in y: pass", "for (x) in y: pass", "for x.a, y[0] in z: pass", "for *x in y: pass", "for *x, y in z: pass", "for x in *y: pass", "for x in *y, z: pass", "for x in y z: pass", "for x + 1 in y: pass", "for None in x: pass", "for x of y: pass", "for x in y:\npass", "for i in range(3) print(i)", "for i in range(3):: pass", "for x in lambda: y: pass", "for x in y if z: pass", "for each x in y: pass"):
    try:
        compile(bad, "f", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
