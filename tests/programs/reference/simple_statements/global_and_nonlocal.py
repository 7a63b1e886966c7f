# 7.12, 7.13 The global and nonlocal statements: which variable is meant, and when it is too late to say so
count = 0


def outer():
    count = 10

    def up():
        nonlocal count
        count += 1
        return count

    def glob():
        global count
        count += 100

        def deeper():
            return count
        return deeper()

    def shadow():
        count = "local"
        return count
    return up(), up(), glob(), shadow(), count


print(outer(), count)


def make():
    global created, also
    created = "made"
    for also in range(3):
        pass
    import math as m
    global helper
    def helper(): return "helper"
    global Klass
    class Klass: pass


make()
print(created, also, helper(), Klass.__qualname__, helper.__qualname__)


def chain():
    x = 1

    def a():
        def b():
            nonlocal x
            x = 2
            del x
        b()
        try:
            return x
        except NameError as e:
            return str(e)
    return a()


print(chain())


class Body:
    global from_class
    from_class = 1
    count = 5

    def method(self):
        return count

    values = [count for _ in range(1)]


print(from_class, Body().method(), Body.values, hasattr(Body, "from_class"))
exec("global count\ncount = 7")
print(count)
for bad in ("def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "nonlocal x", "def f():\n nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x", "def f(x):\n nonlocal x", "class C:\n x = 1\n def f(self):\n  nonlocal x", "def f():\n global x\n def g():\n  nonlocal x", "def f():\n x = 1\n def g():\n  nonlocal x\n  global x",
            "global x\nx = 1", "x = 1\nglobal x", "global", "global 1", "global x.y", "global x, ", "global x = 1", "def f():\n global x, x", "def f():\n x = 1\n def g():\n  nonlocal x, x", "def f():\n for x in y: pass\n global x", "def f():\n x: int\n global x", "def f():\n global x\n x: int = 1", "def f():\n import x\n global x", "lambda: (global x)", "def f():\n [x := 1 for y in z]\n global x", "def f():\n try: pass\n except E as x: pass\n global x", "def f():\n global __class__", "class C:\n nonlocal y"):
    try:
        compile(bad, "g", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", e.msg, e.lineno, e.offset)
