# dir, vars, locals, globals: namespaces as lists and dictionaries
class Base:
    b = 1

    def method(self): ...


class Derived(Base):
    d = 2

    def __init__(self):
        self.own = 3


def public(names):
    return [n for n in names if not n.startswith("__")]


obj = Derived()
print(public(dir(obj)), public(dir(Derived)), public(vars(Derived)), vars(obj), public(dir(Base())))
print([n for n in ("append", "sort", "push") if n in dir([])], "__len__" in dir(""), dir() == sorted(globals()), len(dir(5)) > 50, dir(type("E", (), {"__dir__": lambda self: ["z", "a"]})()))


def scope(a, b=2):
    c = 3
    inner = [x for x in range(2)]
    before = sorted(locals())
    locals()["new"] = 5
    d = 4
    return before, sorted(locals()), vars() == locals(), dir()


print(scope(1))


class Body:
    x = 1
    seen = sorted(n for n in locals() if not n.startswith("__"))


print(Body.seen, globals()["Body"] is Body, locals() is globals(), "scope" in globals())
globals()["made"] = "by globals()"
print(made)
vars(obj)["fresh"] = 9
print(obj.fresh)
for bad in (lambda: vars(5), lambda: vars(1, 2), lambda: dir(1, 2), lambda: globals(1), lambda: vars(Derived).update(x=1), lambda: dir(type("E", (), {"__dir__": lambda self: 5})()), lambda: dir(type("E", (), {"__dir__": lambda self: [1, "a"]})())):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
