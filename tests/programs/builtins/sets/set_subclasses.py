# set: subclasses, what the operators return, and hashing by content
class Tagged(set):
    def __init__(self, items=(), tag="none"):
        super().__init__(items)
        self.tag = tag
    def __repr__(self):
        return f"Tagged({sorted(self)}, {self.tag})"
t = Tagged([3, 1], "t")
print(t, t | {5}, type(t | {5}).__name__, type({5} | t).__name__, t.copy(), type(t.copy()).__name__, t == {1, 3}, t & [1] if False else t & {1}, len(t), 3 in t)
t |= {9}
print(t, type(t).__name__)
class Frozen(frozenset):
    pass
f = Frozen("ab")
print(sorted(f), type(f).__name__, type(f | {"c"}).__name__, hash(f) == hash(frozenset("ab")), {f: 1}[frozenset("ba")], f == {"a", "b"}, {frozenset([1, 2])} == {frozenset([2, 1])})
groups = {}
for word in ("tea", "eat", "ate", "tan", "nat"):
    groups.setdefault(frozenset(word), []).append(word)
print(list(groups.values()))
class Same:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, Same) and self.n % 3 == o.n % 3
    def __hash__(self): return self.n % 3
    def __repr__(self): return f"S{self.n}"
print({Same(1), Same(4), Same(2)}, Same(7) in {Same(1)}, {Same(1)} == {Same(4)}, {Same(0)} | {Same(3)}, {Same(3)} & {Same(0)}, {Same(0)} - {Same(6)})
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError("cannot compare")
for bad in (lambda: {BadEq(), BadEq()}, lambda: BadEq() in {1}, lambda: {BadEq(): 1}[1], lambda: {1: 2}.get(BadEq()), lambda: [1].index(BadEq()), lambda: BadEq() in [1], lambda: [BadEq()] == [1], lambda: (BadEq(),) == (BadEq(),), lambda: [BadEq()].count(3), lambda: [BadEq()].remove(3), lambda: {1}.issubset([BadEq()])):
    try:
        print(bad())
    except ValueError as e:
        print(type(e).__name__, e)
