# 7.5 The del statement: names, attributes, items and slices, and names that are gone
x = y = z = 1
del x, (y), [z]
for name in "xyz":
    try:
        eval(name)
    except NameError as e:
        print(e)
items = list(range(8))
del items[0], items[-1], items[1:3], items[::2]
print(items)


class C:
    attr = 1


c = C()
c.own = 2
del c.own, C.attr
print(vars(c), hasattr(C, "attr"))


def local():
    a = 1
    del a
    try:
        return a
    except UnboundLocalError as e:
        print(e)
    a = 2
    return a


def closure():
    captured = 1

    def inner():
        return captured

    del captured
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    captured = 5
    return inner()


print(local(), closure())


def global_del():
    global g
    g = 1
    del g


global_del()
print("g" in globals())
del ()
del []
d = {"a": {"b": 1}}
del d["a"]["b"], d["a"]
print(d)
for i in range(3):
    pass
del i
for bad in ("del undefined", "del d['x']", "del items[10]", "del c.nope", "del (1).real", "del 'abc'[0]", "del len", "del d.keys", "del c.x.y"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
for bad in ("del f()", "del 1", "del a + b", "del (a, 1)", "del *a", "del (*a, b)", "del a, *b", "del", "del None", "del a if b else c", "del lambda: 0", "del {}", "del 'x'", "del (a for a in b)", "del a = 1", "del (a), [b, (c, d)]", "del a.b, c[0], d[1:2]", "del (a,)", "del ((a))", "del await x", "del (yield)", "del a.b()", "del -a", "del True", "del not a", "del a < b", "del ...", "del __debug__"):
    try:
        compile(bad, "d", "exec")
        print(bad, "compiles")
    except SyntaxError as e:
        print(bad, "->", e.msg, e.offset, e.end_offset)
