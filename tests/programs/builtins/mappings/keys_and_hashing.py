# dict: equal keys, hash collisions, keys that fail to compare or to hash
class K:
    def __init__(self, name, h):
        self.name, self.h = name, h
    def __hash__(self):
        return self.h
    def __eq__(self, other):
        print("eq", self.name, other.name, end="; ")
        return self.name == other.name
    def __repr__(self):
        return self.name
d = {K("a", 1): 1, K("b", 1): 2}
print(d)
print(d[K("b", 1)])
print(K("c", 2) in d)
d[K("a", 1)] = "new value, old key"
print(d)
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b", 0.0: "c", 0j: "d"}, {"1": 1, 1: "1"}, {(1, 2): 1, (1.0, 2.0): 2}, {None: 1}[None], {...: 2}, {int: "class", len: "function"}[int], {frozenset("ab"): 1}[frozenset("ba")])
class Fails:
    def __hash__(self): raise RuntimeError("hash fails")
class FailsEq:
    def __hash__(self): return 5
    def __eq__(self, other): raise RuntimeError("eq fails")
class NoHash:
    def __eq__(self, other): return True
f = FailsEq()
print({f: 1}[f], f in {f: 1}, f in [f])
for bad in (lambda: {Fails(): 1}, lambda: {}[Fails()], lambda: {FailsEq(): 1, FailsEq(): 2}, lambda: {5: 1}[FailsEq()], lambda: {NoHash(): 1}, lambda: {}.get([]), lambda: {(1, [2]): 3}, lambda: {slice(1): 1}[slice(1)], lambda: {bytearray(): 1}, lambda: {}.setdefault(set(), 1), lambda: dict([([], 1)]), lambda: [] in {}, lambda: {[]: 1 for _ in "a"}):
    try:
        print(bad())
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
