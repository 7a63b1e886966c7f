# 3.3.3 Customizing class creation: __init_subclass__, __set_name__, metaclasses, __prepare__ and __mro_entries__
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[tag or cls.__name__.lower()] = cls
        print("registered", cls.__name__, tag)


class One(Plugin):
    pass


class Two(Plugin, tag="second"):
    pass


print(list(Plugin.registry))


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 42}

    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")], kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __repr__(cls):
        return f"<{cls.__name__}>"


class Made(metaclass=Meta, option=1):
    attr = injected + 1


class Child(Made):
    pass


print(Made.attr, Made().injected, type(Child), Child, Child.mro())


class Proxy:
    def __init__(self, base):
        self.base = base

    def __mro_entries__(self, bases):
        print("mro_entries", bases[0] is self)
        return (self.base,)


class FromProxy(Proxy(int)):
    pass


print(FromProxy.__bases__, FromProxy(3) + 1, type(FromProxy.__orig_bases__[0]).__name__)


class Other(type):
    pass


for source in ("class X(Plugin, wrong=1, tag=2): pass", "class X(object, opt=1): pass", "class X(Made, metaclass=Other): pass", "class X(int, str): pass",
               "class X(bool): pass", "class X(object, Plugin): pass", "class X(1): pass", "class X(Proxy): pass\nclass Y(X(3)): pass", "class X(metaclass=1): pass",
               "class X(Plugin, Plugin): pass", "class X(type(None)): pass", "class X(metaclass=lambda n, b, d: (n, b)): pass\nprint(X)"):
    try:
        exec(source)
    except TypeError as e:
        print(source, "->", e)
