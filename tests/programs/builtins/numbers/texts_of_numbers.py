# Floats in the middle between two shortest texts; texts that are no complex numbers
import random
import math


def show(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)


print(1000000000000002.25, 999999999999002.25, 1000000000000002.75, math.fsum([1e15, 5**0.5]))
picked = random.Random(5)
for digits in range(10, 17):
    print([10**digits + picked.randrange(10**digits) + picked.randrange(64) / 64 for _ in range(8)])
for exponent in 0, 1, 23, 60, 100, -1, -30:
    print([picked.randrange(2**53) * 2.0**exponent for _ in range(4)])
for text in "", "abc", "1+", "1+2", " 1+2j ", "(1+2j)", "((1))", "1 + 2j", "1e", "nan", "infj", "1_0", "1__0", "_1", "1_", "a_b", "j", "+j", "--1":
    show(lambda: complex(text))
    show(lambda: float(text))


class Text(str):
    def __repr__(self):
        return "own"


show(lambda: float(Text("x")))


class Signed(int):
    def __abs__(self):
        return "absolute"


print(abs(Signed(-5)), abs(-5))
