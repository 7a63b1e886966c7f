# 3.3.2 Customizing attribute access: property with getter, setter, deleter, doc, inheritance and its errors
class Celsius:
    def __init__(self, t=0):
        self._t = t

    @property
    def t(self):
        "The temperature."
        return self._t

    @t.setter
    def t(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._t = value

    @t.deleter
    def t(self):
        print("deleted")
        self._t = None

    @property
    def f(self):
        return self._t * 9 / 5 + 32

    write_only = property(None, lambda self, v: print("got", v))


c = Celsius(100)
print(c.t, c.f, Celsius.t.__doc__, type(Celsius.t).__name__, Celsius.t.fget.__name__, Celsius.f.fset, Celsius.t.__name__)
c.t = 25
c.write_only = 3
del c.t
print(c.t)
for attempt in ("c.t = -300", "c.f = 1", "del c.f", "c.write_only", "del c.write_only", "Celsius.t.fget = 1", "property(1, 2, 3, 4, 5)", "Celsius.t(1)"):
    try:
        exec(attempt)
    except (AttributeError, ValueError, TypeError) as e:
        print(attempt, "->", type(e).__name__, e)


class Kelvin(Celsius):
    @property
    def t(self):
        return super().t + 273.15

    @Celsius.f.getter
    def f(self):
        return "other getter"


k = Kelvin(0)
print(k.t, k.f, isinstance(Kelvin.f, property))
try:
    k.t = 5
except AttributeError as e:
    print(e)
named = property(lambda self: 1, doc="given")
print(named.__doc__, named.fget(None), named.__get__(5), named.__get__(None, int) is named)
try:
    named.__set__(c, 1)
except AttributeError as e:
    print(e)


class Broken:
    @property
    def value(self):
        return self.missing

    def __getattr__(self, name):
        return f"getattr({name})"


print(Broken().value, Broken().other)


class Abstract:
    value = property()


try:
    Abstract().value
except AttributeError as e:
    print(e)
