# 3.3.7 Emulating container types: __len__, __getitem__, __setitem__, __delitem__, __contains__, __missing__, __reversed__
class Board:
    def __init__(self, n):
        self.cells = {i: i * i for i in range(n)}

    def __len__(self):
        return len(self.cells)

    def __getitem__(self, key):
        print("get", key)
        if isinstance(key, slice):
            return [self.cells[i] for i in range(*key.indices(len(self)))]
        if key not in self.cells:
            raise IndexError(f"no cell {key}")
        return self.cells[key]

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


b = Board(4)
print(len(b), b[1], b[1:3], b[::-2], b[-1:])
b[1], b[2:3], b["x", ...] = 1, 2, 3
del b[0], b[1:2]
b[0] += 5
print(4 in b, list(b), [x for x in reversed(b)])
print(max(b), sum(b))


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = [key]
        return self[key]


d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)
d["z"].append(1)
print(d)


class Contains:
    def __contains__(self, x):
        return "truthy"


class Iterates:
    def __iter__(self):
        yield from (1, 2, 3)


class Nothing:
    pass


print(1 in Contains(), 9 not in Contains(), 2 in Iterates(), 7 in Iterates(), 2 not in Iterates())
for bad in ("1 in Nothing()", "len(Nothing())", "Nothing()[0]", "Nothing()[0] = 1", "del Nothing()[0]", "iter(Nothing())", "reversed(Nothing())", "for x in Nothing(): pass", "list(5)", "Nothing()[1:2]", "b[9]",
            "reversed(Contains())", "[*Nothing()]", "a, b = Nothing()", "{**Nothing()}", "f = (lambda **k: 0)(**Nothing())", "print(*Nothing())", "next(Nothing())", "next(Iterates())", "'abc'['a']", "[1][None]", "(1,)['0']", "{}['k']", "'s'[0] = 1",
            "(1,)[0] = 2", "del 's'[0]", "del (1,)[0]", "range(3)[0] = 1", "[][0]", "'' [0]", "()[0]", "range(0)[0]", "[1][5] = 1", "del [1][5]", "b''[0]", "bytearray()[0]"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


try:
    1 in NoContains()
except TypeError as e:
    print(e)
