# Numbers that are too large or not whole, as arguments of methods
import collections


def show(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)


class Index:
    def __index__(self):
        return 3


for x in 2**64, -1, 1.5, None, Index(), 0, True:
    print(x if not isinstance(x, Index) else "Index")
    show(lambda: (100).to_bytes(x))
    show(lambda: bytes(x))
    show(lambda: bytearray(x))
    show(lambda: "a" * x)
    show(lambda: [1] * x)
    show(lambda: (1,) * x)
    show(lambda: b"a" * x)
    show(lambda: "abc"[x])
    show(lambda: "abc".ljust(x))
    show(lambda: b"abc".center(x))
    show(lambda: "abc".zfill(x))
    show(lambda: "a b".split(None, x))
    show(lambda: "aa".replace("a", "b", x))
    show(lambda: [1, 2].pop(x))
    show(lambda: [1].insert(x, 2))
    show(lambda: collections.deque([1]).rotate(x))
    show(lambda: collections.deque([1]).insert(x, 1))
    show(lambda: collections.deque([1])[x])
    show(lambda: collections.deque([1, 2, 3, 4], x))
    show(lambda: collections.deque(maxlen=x))
for n in -1, 2**70, -(2**70), "a":
    sized = type("Sized", (), {"__len__": lambda self: n})()
    show(lambda: len(sized))
    show(lambda: bool(sized))
