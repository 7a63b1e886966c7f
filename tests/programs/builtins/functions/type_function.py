# type: one argument, three arguments, and classes made on the way
print(type(5), type("s").__name__, type(type(5)), type(None), type(print), type(lambda: 0), type(...), type(NotImplemented), type([].append), type(int.real), type(str.upper), type({}.keys()), type(iter([])))


def method(self):
    return f"{type(self).__name__} {self.value}"


C = type("C", (), {"value": 5, "show": method, "__doc__": "made"})
D = type("D", (C,), {"value": 6, "__slots__": ("x",)})
print(C().show(), D().show(), C.__doc__, C.__name__, C.__module__, D.__bases__, C.show.__qualname__, repr(C))


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        ns["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, suffix=""):
        super().__init__(name, bases, ns)
        cls.suffix = suffix


E = Meta("E", (), {}, suffix="!")
class F(E, suffix="?"): ...
print(type(E), E.made_by, E.suffix, type(F).__name__, F.suffix, type("G", (F,), {}).made_by, isinstance(E, Meta), issubclass(Meta, type))
print(type(E) == Meta, type(5) is int, type(True) == int, isinstance(type, object), isinstance(object, type), type.__class__ is type, type.__bases__, object.__bases__)
for bad in (lambda: type(), lambda: type(1, 2), lambda: type("X", 5, {}), lambda: type("X", (), 5), lambda: type(5, (), {}), lambda: type("X", (5,), {}), lambda: type("X", (int, str), {}), lambda: type("X", (bool,), {}), lambda: type("X", (), {}, bad=1), lambda: type("a\0b", (), {}), lambda: type("X", (E, type("O", (), {}, )), {}).suffix, lambda: type("X", (type(None),), {}), lambda: type("X", (), {"__slots__": 5}), lambda: type.__call__(), lambda: type("X", (), {"__qualname__": 5}), lambda: type("X", (object, C), {}), lambda: type(1, 2, 3, 4), lambda: type("not an identifier!", (), {}).__name__):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
