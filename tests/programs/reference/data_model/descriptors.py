# 3.3.2.2 Implementing descriptors: data descriptors win over the instance, the others lose
class NonData:
    def __get__(self, obj, objtype=None):
        return ("nondata", type(obj).__name__, objtype and objtype.__name__)


class Data(NonData):
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value * 2

    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["so"] = value


class C:
    n = NonData()
    d = Data()
    so = SetOnly()


c = C()
print(c.n, C.n, c.d, C.d is C.__dict__["d"])
c.n = "instance wins"
c.d = 5
print(c.n, c.d, c.__dict__)
c.__dict__["d"] = "hidden?"
print(c.d)
del c.d
print(c.d, type(c.so).__name__)
c.so = 1
print(c.so)
for attempt in ("del c.so", "del c.d", "del c.n; c.n; del c.n"):
    try:
        exec(attempt)
    except (AttributeError, KeyError) as e:
        print(attempt, "->", type(e).__name__, e)
C.d = "replaced"
print(c.d)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.slot)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.slot[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.slot, value)


class Person:
    name, age = Typed(str), Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ada", 36)
print(p.name, p.age, vars(p))
try:
    p.age = "old"
except TypeError as e:
    print(e)
print((lambda self: self).__get__(5, int)(), C.__dict__["n"].__get__(None, C))


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError("bad " + name)


try:
    class Uses:
        attr = BadName()
except ValueError as e:
    print(type(e).__name__, e, e.__notes__)
