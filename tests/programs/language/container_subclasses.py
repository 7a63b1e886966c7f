# Subclasses of list, dict, set and tuple: which of their own methods the interpreter asks, and super() behind them.
class Everything(list):
    def __getitem__(self, index):
        return f"item {index}"

    def __len__(self):
        return 99

    def __iter__(self):
        return iter("custom")

    def __contains__(self, item):
        return item == 42

    def append(self, item):
        super().append(item * 2)


e = Everything([1, 2])
e.append(5)
print(e[0], e[1:2], len(e), list(e), 42 in e, 1 in e, e, e == [1, 2, 10], bool(e), [*e], sorted(e))
print(list.__len__(e), list.__getitem__(e, 2), isinstance(e, list), type(e + [1]), type(e[:]), e.copy())


class Doubling(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __getitem__(self, key):
        return super().__getitem__(key) + 1

    def __missing__(self, key):
        return f"no {key}"


d = Doubling(a=1)
d["b"] = 2
d.update(c=3)
print(d, d["b"], d.get("b"), d.get("zz"), {**d}, list(d.items()), d | {"q": 1}, len(d))
try:
    d["zz"]
except TypeError as error:
    print("TypeError:", error)


class Default(dict):
    def __missing__(self, key):
        self[key] = made = [key]
        return made


m = Default()
m["x"].append(1)
print(m, "y" in m, m["y"], m)


class Tags(set):
    def add(self, tag):
        super().add(tag.lower())


tags = Tags(["a"])
tags.add("B")
print(tags, len(tags), type(tags | {"c"}), tags == {"a", "b"}, sorted(tags))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def total(self):
        return sum(self)


pair = Pair(1, 2)
print(pair, pair.total, pair == (1, 2), hash(pair) == hash((1, 2)), pair + (3,), pair[::-1])


class Squares:
    def __len__(self):
        return 4

    def __getitem__(self, index):
        if index >= 4:
            raise IndexError(index)
        return index * index


s = Squares()
print(list(s), list(reversed(s)), 4 in s, 5 in s, [*s], max(s), dict(zip(s, "abcd")))
a, *rest = s
print(a, rest)
