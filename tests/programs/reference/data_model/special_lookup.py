# 3.3.13 Special method lookup: on the type, past the instance and past __getattribute__
class Meta(type):
    def __getattribute__(*args):
        print("metaclass getattribute", args[1])
        return type.__getattribute__(*args)


class C(metaclass=Meta):
    def __len__(self):
        return 10

    def __getattribute__(*args):
        print("class getattribute", args[1])
        return object.__getattribute__(*args)


c = C()
print(c.__len__())
print(type(c).__len__(c))
print(len(c))


class D:
    pass


d = D()
d.__len__ = lambda: 5
d.__add__ = lambda other: "no"
d.__iter__ = lambda: iter([1])
d.__repr__ = lambda: "no"
d.__bool__ = lambda: False
d.__eq__ = lambda other: True
print(bool(d), d == 1, repr(d).startswith("<__main__.D object"))
for attempt in (lambda: len(d), lambda: d + 1, lambda: iter(d)):
    try:
        print(attempt())
    except TypeError as e:
        print(e)
D.__len__ = lambda self: 0
D.__repr__ = lambda self: "patched"
print(len(d), bool(d), d, [d])
del D.__len__
try:
    len(d)
except TypeError as e:
    print(e)


class Blocked(list):
    __iter__ = None
    __hash__ = None
    __add__ = None
    __len__ = list.__len__


b = Blocked([1, 2])
for attempt in (lambda: list(b), lambda: b + [1], lambda: [1] + b, lambda: iter(b), lambda: len(b), lambda: b[0]):
    try:
        print(attempt())
    except TypeError as e:
        print(e)
print(hash(1) == int.__hash__(1), int.__add__(1, 2), int.__add__(1, "a"), str.__len__("abc"), type.__call__(list, "ab"))
for attempt in (lambda: int.__add__("a", 1), lambda: type.__hash__(int) == hash(int), lambda: int.__hash__(), lambda: str.__len__(5), lambda: list.append(1, 2), lambda: dict.get([], 1)):
    try:
        print(attempt())
    except TypeError as e:
        print(e)
