# 3.3.1 Basic customization: __hash__ goes with __eq__, __bool__ falls back on __len__
class Key:
    def __init__(self, k):
        self.k = k

    def __hash__(self):
        print("hash", self.k)
        return len(self.k)

    def __eq__(self, other):
        print("eq", self.k, getattr(other, "k", other))
        return self.k == other.k


d = {Key("ab"): 1}
d[Key("cd")] = 2
print(d[Key("ab")], len(d))
print(Key("x") in d)
print({Key("q"), Key("q")}.__len__())


class NoHash:
    __hash__ = None


class Broken:
    def __hash__(self):
        raise RuntimeError("no hash today")


for use in (lambda: hash(NoHash()), lambda: {NoHash(): 1}, lambda: {NoHash()}, lambda: {}[[]], lambda: {1} | {(1, [])}, lambda: {Broken()},
            lambda: {{}: 1}, lambda: [] in {}, lambda: {}.get([]), lambda: set().add({}), lambda: hash(slice(1, [])), lambda: frozenset([[]])):
    try:
        print(use())
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
print(hash(True), hash(1.0) == hash(1), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(float("inf")), hash(0.5), hash(1j))
print(hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), hash("") , hash(b""), hash(frozenset()) == hash(frozenset()), hash(range(0)) == hash(range(0, -5)))


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len")
        return self.n


class Decided(Sized):
    def __bool__(self):
        print("bool")
        return self.n > 1


print(bool(Sized(0)), bool(Sized(2)), not Sized(0), bool(Decided(1)), Decided(2) and "yes", bool(object()))
while Sized(0):
    break
else:
    print("empty is false")
for wrong in (lambda: bool(type("B", (), {"__bool__": lambda s: None})()), lambda: len(type("L", (), {"__len__": lambda s: "3"})()),
              lambda: len(type("L", (), {"__len__": lambda s: 2**70})()), lambda: bool(type("L", (), {"__len__": lambda s: -1})()),
              lambda: hash(type("H", (), {"__hash__": lambda s: 1.0})()), lambda: hash(type("H", (), {"__hash__": lambda s: 2**64})()), lambda: len(5)):
    try:
        print(wrong())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
