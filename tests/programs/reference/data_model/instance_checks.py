# 3.3.4 Customizing instance and subclass checks: __instancecheck__, __subclasscheck__, __class__ and abstract classes
from abc import ABC, abstractmethod


class Even(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", instance)
        return instance % 2 == 0

    def __subclasscheck__(cls, sub):
        print("subclasscheck", sub.__name__)
        return sub is int


class EvenInt(metaclass=Even):
    pass


print(isinstance(4, EvenInt), isinstance(3, EvenInt), issubclass(int, EvenInt), issubclass(str, EvenInt))
print(isinstance(3, (str, EvenInt, int)), type(EvenInt()) is EvenInt, isinstance(EvenInt(), EvenInt) if False else "exact type is asked first")


class Pretender:
    @property
    def __class__(self):
        return dict


print(isinstance(Pretender(), dict), isinstance(Pretender(), Pretender), type(Pretender()).__name__, Pretender().__class__)


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a ** 2

    name = "square"


class Half(Shape):
    def area(self):
        return 0


print(Square(3).describe(), Shape.__abstractmethods__ == frozenset({"area", "name"}), Half.__abstractmethods__)
for bad in (Shape, Half):
    try:
        bad()
    except TypeError as e:
        print(e)


class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "__len__") else NotImplemented


Sized.register(int)
print(issubclass(list, Sized), isinstance(5, Sized), isinstance(5.0, Sized), issubclass(bool, Sized), Sized not in list.__mro__)


@Shape.register
class Virtual:
    pass


print(isinstance(Virtual(), Shape), issubclass(Virtual, Shape), Virtual.__mro__)
for bad in (lambda: isinstance([], list[int]), lambda: isinstance(1, "int"), lambda: issubclass("a", int), lambda: isinstance(1, [int]), lambda: isinstance(1, int | list[int])):
    try:
        print(bad())
    except TypeError as e:
        print(e)
