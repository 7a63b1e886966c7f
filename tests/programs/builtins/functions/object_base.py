# object: what every object can do
o = object()
print(type(o), o == o, o != object(), o == 5, bool(o), isinstance(hash(o), int), str(o)[:18], repr(o) == str(o), o.__class__, isinstance(o, object), format(o) == str(o), f"{o}" == str(o))
print(object.__eq__(o, o), object.__eq__(o, 5), object.__ne__(o, o), object.__lt__(o, o), object.__hash__(5) == object.__hash__(5), object.__init__(o), object.__str__("s"), object.__repr__(5)[:16], object.__format__("x", ""), sorted(n for n in dir(o) if n in ("__eq__", "__init__", "__dict__", "__repr__")))
class Bare: pass
b = Bare()
b.attr = 1
print(b.__dict__, Bare.__init__ is object.__init__, Bare.__eq__ is object.__eq__, b.__eq__(b), b.__eq__(1), b.__ne__(1), Bare.__bases__, b.__sizeof__() > 0, object.__new__(Bare).__class__.__name__)
for bad in (lambda: object(1), lambda: object(x=1), lambda: setattr(o, "x", 1), lambda: o.x, lambda: o < o, lambda: o + o, lambda: o(), lambda: o[0], lambda: len(o), lambda: iter(o), lambda: Bare(1), lambda: Bare(x=1), lambda: object.__setattr__(o, "a", 1), lambda: object.__getattribute__(o, "a"), lambda: object.__delattr__(b, "nope"), lambda: object.__format__(o, "x"), lambda: object.__class__.mro(5) if 0 else -o, lambda: delattr(o, "__class__")):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class Init:
    def __init__(self, a):
        super().__init__()
class New:
    def __new__(cls, a):
        return super().__new__(cls)
class BadInit:
    def __init__(self, a):
        super().__init__(a)
class BadNew:
    def __new__(cls, a):
        return super().__new__(cls, a)
for k in (Init, New, BadInit, BadNew):
    try:
        print(type(k(1)).__name__)
    except TypeError as e:
        print(k.__name__, "->", e)
