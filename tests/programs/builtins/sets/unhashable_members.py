# What operations on sets and dicts say of members that have no hash
import collections


def show(name, call):
    try:
        print(name, call())
    except BaseException as error:
        print(name, type(error).__name__, error)


class Own:
    __hash__ = None


for x in [1], (1, [2]), {}, Own(), (Own(),), slice(1, [2]), bytearray(b""):
    print(type(x).__name__)
    d, s = {}, {1}
    show("hash", lambda: hash(x))
    show("display", lambda: {x: 1})
    show("set display", lambda: {x})
    show("get", lambda: d.get(x))
    show("pop", lambda: d.pop(x, 1))
    show("dict of pairs", lambda: dict([(x, 1)]))
    show("fromkeys", lambda: dict.fromkeys([x]))
    show("in", lambda: x in s)
    show("discard", lambda: s.discard(x))
    show("set", lambda: set([x]))
    show("union", lambda: s.union([x]))
    show("intersection", lambda: s.intersection([x]))
    show("difference", lambda: s.difference([x]))
    show("disjoint", lambda: s.isdisjoint([x]))
    show("subset", lambda: s.issubset([x]))
    show("superset", lambda: s.issuperset([x]))
    show("symmetric", lambda: s.symmetric_difference([x]))
    show("intersection_update", lambda: s.intersection_update([x]))
    show("Counter", lambda: collections.Counter([x]))
    show("Counter of a generator", lambda: collections.Counter(y for y in [1, x]))
    show("missing", lambda: collections.Counter("a")[x])
    show("keys", lambda: {1: 2}.keys() & [x])
    show("keys minus", lambda: {1: 2}.keys() - [x])
counted = collections.Counter("abracadabra")
counted.update(["a", 1, 1.0, True])
print(counted, collections.Counter(x % 3 for x in range(8)))


class Half(collections.Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value / 2)


print(Half("aab"))
