# 3.1 Objects, values and types: identity, type and value; which objects are shared and which are not
a = []
b = []
c = a
print(a == b, a is b, a is c, id(a) == id(c), type(a) is list)
c.append(1)
print(a, b, c)
t = ([1], 2)
t[0].append(3)
print(t)
try:
    t[0] += [4]
except TypeError as e:
    print(type(e).__name__, e, "but", t)
print(None is None, ... is Ellipsis, NotImplemented is NotImplemented, True is (1 == 1))
print(type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
print(type(type), type(object), type(int), isinstance(int, object), issubclass(type, object))
print(isinstance(True, int), type(True) is int, issubclass(bool, int), isinstance(1, (str, int)), isinstance(1, int | str))
for value in (None, ..., 1, 1.0, 1j, "s", b"b", [], (), {}, set(), frozenset(), range(1), slice(1), print, len, (lambda: 0),
              int, type, [].append, str.upper, (i for i in ()), iter([]), {}.keys(), Exception(), property(), classmethod(print),
              staticmethod(print), object, super, memoryview, zip(), enumerate([]), map(str, []), filter(None, []), reversed([])):
    print(type(value).__name__, type(value).__module__, type(value).__mro__[-2].__name__)
for check in (lambda: isinstance(1, 1), lambda: isinstance(1, (int, 1)), lambda: issubclass(1, int), lambda: issubclass(int, 1),
              lambda: type(1, 2), lambda: type("X", (1,), {}), lambda: type("X", (bool,), {}), lambda: type("X", (), 1),
              lambda: type(1, (), {}), lambda: isinstance(), lambda: isinstance(1), lambda: id()):
    try:
        print(check())
    except TypeError as e:
        print(type(e).__name__, e)
