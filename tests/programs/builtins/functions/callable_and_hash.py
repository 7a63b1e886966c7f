# callable, hash, id: what can be called, what has a hash, and equal values with equal hashes
class Call:
    def __call__(self):
        return 1


class NoHash:
    def __eq__(self, other):
        return True


class Fixed:
    def __hash__(self):
        return -1


print([callable(x) for x in (print, len, int, Call, Call(), NoHash(), lambda: 0, "s".upper, 5, "print", None, type, [].append, staticmethod(print), classmethod(print), property(print), object())])
print(hash(0), hash(5), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)), hash(10 ** 30), hash(1.5), hash(-0.5), hash(1e300), hash(float("inf")), hash(float("-inf")), hash(2 + 3j), hash(None) == hash(None))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash((1, 2)), hash((1, (2, 3))), hash(()), hash(frozenset()), hash(frozenset([1, 2])), hash(range(3)) == hash(range(0, 3)), hash(Fixed()), hash("a") == hash("a"), hash(b"a") == hash("a"))
for bad in ([], {}, set(), bytearray(), NoHash(), (1, []), {1: 2}.keys(), {1: 2}.items(), slice(1, [])):
    try:
        print(type(bad).__name__, hash(bad))
    except TypeError as e:
        print(type(bad).__name__, "->", e)
a = [1]
print(id(a) == id(a), id(a) == id([1]), id(None) == id(None), isinstance(id(a), int), hash(slice(1, 2)) == hash(slice(1, 2)), hash(int) == hash(int), hash(print) == hash(print))
d = {1: "a", 1.0: "b", True: "c", (1, 2): "t", frozenset([1]): "f"}
print(d, len({0, 0.0, False, -0.0, 0j}))
