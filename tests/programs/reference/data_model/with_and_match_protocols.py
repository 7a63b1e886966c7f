# 3.3.9 With statement context managers: __enter__ and __exit__ on the type; 3.3.10 __match_args__
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Manager("a") as a, Manager("b") as (b):
    print(a, b)
with Manager("s", True):
    raise ValueError("swallowed")
try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)


def early():
    with Manager("r"):
        return "returned"


print(early())
for _ in range(2):
    with Manager("loop"):
        if _ == 0:
            continue
        break


class NoExit:
    def __enter__(self): ...


class NoEnter:
    def __exit__(self, *a): ...


class OnInstance:
    def __init__(self):
        self.__enter__ = self.__exit__ = lambda *a: None


class FailingExit(Manager):
    def __exit__(self, *a):
        raise RuntimeError("in exit")


for bad in (NoExit, NoEnter, OnInstance, object, lambda: 5, lambda: FailingExit("f"), lambda: open):
    try:
        with bad():
            print("body")
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
try:
    with FailingExit("g"):
        1 / 0
except RuntimeError as e:
    print(e, "while", repr(e.__context__))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class ListArgs:
    __match_args__ = ["x"]
    x = 1


class WrongArgs:
    __match_args__ = (1,)


for subject in (Point(0, 5), Point(3, 4), ListArgs(), WrongArgs(), 5, "s"):
    try:
        match subject:
            case Point(0, y):
                print("on the axis", y)
            case Point(x, y=4):
                print("mixed", x)
            case ListArgs(x):
                print("list", x)
            case WrongArgs(x):
                print("wrong", x)
            case int(n):
                print("int itself", n)
            case Point(a, b, c):
                print("three")
            case str(a, b):
                print("two of str")
    except TypeError as e:
        print(type(e).__name__, e)
try:
    match Point(1, 2):
        case Point(1, x=3):
            pass
except TypeError as e:
    print(e)
