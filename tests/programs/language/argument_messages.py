# Built-in functions with the wrong arguments, in CPython's words
from functools import reduce


def show(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


show(str, b"a", 5)
show(str, (1,), 5)
show(str, (1,), "utf-8")
show(str, "a", "utf-8")
show(str, "a", "utf-8", 3)
show(str, b"a", "utf-8", 3)
for char in (b"abc", "", bytearray(b"abc"), 5, b"a", "ab"):
    show(ord, char)
show(reduce, max, 5)
show(reduce, max, [])
show(reduce, max, [], 1)
show(bytes, 1.5)
show(bytearray, 1.5)
show(bytearray, None)
