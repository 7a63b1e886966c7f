# len: every container, __len__ and its limits
print(len(""), len("é😀"), len(b"abc"), len([1, [2, 3]]), len(()), len({1: 2}), len({1, 2}), len(range(0, 10, 3)), len({1: 2}.keys()), len({}.values()), len(bytearray(5)), len(frozenset("aab")), len("a\0b"), len("\n"), len(range(10 ** 15)))


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Index:
    def __index__(self):
        return 4


print(len(Sized(3)), len(Sized(True)), len(Sized(Index())))
for bad in (5, None, 1.5, (i for i in ()), iter([]), zip(), object(), int, Sized, len, Sized(-1), Sized(1.5), Sized("3"), Sized(None), Sized(2 ** 63), range(2 ** 63), map(str, []), ..., 3j):
    try:
        print(len(bad))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
for call in (lambda: len(), lambda: len([], []), lambda: len(obj=[])):
    try:
        call()
    except TypeError as e:
        print(e)
