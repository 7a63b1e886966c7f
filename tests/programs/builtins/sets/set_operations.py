# set and frozenset: the operators, the methods, and which of them take any iterable
a, b = {1, 2, 3}, {3, 4}
f = frozenset([1, 3])
print(a | b, a & b, a - b, a ^ b, a | f, f | a, type(f | a).__name__, type(a | f).__name__, a.union([9], "x") == {1, 2, 3, 9, "x"}, a.intersection([1, 3], (3,)), a.difference([1], [2]), a.symmetric_difference([3, 5]), a.union(), a.isdisjoint([7]), a.issubset(range(5)), a.issuperset([1]), f <= a, f < a, a >= f, a > a, a == frozenset(a), a != b, {1, 2} < {2, 3})
c = a.copy()
c |= {10}
c &= {1, 2, 10}
c -= {2}
c ^= {1, 5}
print(c, c is a)
c.update([7], {8: 1}, range(2))
c.intersection_update([7, 8, 1])
c.difference_update([8], [])
c.symmetric_difference_update([1, 6])
print(c)
c.add(6)
c.discard(99)
c.remove(6)
print(c, len(c), 7 in c, c.pop(), c, bool(c), set("hello") == set("olleh"), {*a, *b}, {x % 3 for x in range(10)}, sorted({"b", "a"}), {1, 1.0, True}, {(1, 2), (1, 2)}, frozenset({frozenset({1})}))
for bad in ("a | [1]", "a & 'x'", "a - [1]", "[1] - a", "a |= [1]", "a < [1]", "a + b", "a.remove(99)", "set().pop()", "a.add([])", "{[]}", "{{}}", "a.add()", "a.union(5)", "a.update(5)", "f.add(1)", "f |= 5", "hash(a)", "a[0]", "a.issubset(5)", "{a}", "a.discard([])", "[] in a", "{1} in a", "a.remove({99})", "frozenset([[]])", "set(1, 2)", "a.isdisjoint(1)", "a * 2", "-a", "a.get(1)", "set([1], x=2)"):
    try:
        exec(bad)
        print(bad, "is fine")
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
