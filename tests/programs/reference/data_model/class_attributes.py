# 3.2 The standard type hierarchy: the attributes that classes and instances have
class Base:
    """Doc of Base."""
    shared: list = []
    count = 0

    def __init__(self, name="b"):
        self.name = name


class Derived(Base):
    class Inner:
        pass


d = Derived("d")
print(Base.__name__, Base.__qualname__, Base.__module__, Base.__doc__, Base.__bases__, Derived.__bases__, Derived.__base__)
print(Derived.__doc__, Derived.Inner.__qualname__, Derived.__mro__, Derived.mro() == list(Derived.__mro__))
print(Base.__annotations__, Base.__firstlineno__, Derived.__firstlineno__)
print(sorted(k for k in vars(Base) if not k.startswith("__")), vars(d), d.__class__ is Derived, d.__dict__ is vars(d))
print(Base.__subclasses__(), type.__instancecheck__(Base, d), type(Base.__dict__).__name__)
d.count += 1
d.shared.append(1)
print(d.count, Base.count, Base.shared, "count" in vars(d), "shared" in vars(d))
del d.count
print(d.count)
for action in ("del d.count", "d.missing", "Base.missing", "Base.__dict__['x'] = 1", "Base.__name__ = 3", "del Base.__name__", 
               "Base.__mro__ = ()", "d.__class__ = int", "d.__class__ = 5", "d.__dict__ = 5", "int.new = 1", "del int.real", "Base.__name__ = 'a\\0b'",
               "del Base.missing", "object().x = 1", "object().x", "(5).real = 3", "[].append = 1", "del d.__class__"):
    try:
        exec(action)
    except (TypeError, AttributeError, ValueError) as e:
        print(action, "->", type(e).__name__, e)
Base.__name__ = "Renamed"
print(Base, Base.__qualname__, repr(d).split(" object")[0], Derived.__base__.__name__)
Base.__qualname__ = "Other.Place"
print(Base)


class Other:
    pass


d.__class__ = Other
print(type(d).__name__, isinstance(d, Other), d.name)
d.__dict__ = {"fresh": 1}
print(d.fresh, hasattr(d, "name"))
