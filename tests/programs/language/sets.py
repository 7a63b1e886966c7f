# Sets: algebra, membership, and the iteration order that string hashes of seed 0 give.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} < a, a.isdisjoint({9}), len(a | b))
s = set()
for n in (5, 1, 5, 3):
    s.add(n)
s.discard(99)
s.remove(1)
print(s, s.pop(), s, set("a"), frozenset([1, 2]), set(), frozenset())
a.update([10, 11])
a -= {1}
a &= set(range(11))
print(a, sorted(a), {1, True, 1.0}, {frozenset({1}): "key"})
print({"apple", "banana", "cherry", "date"})
print(set("hello world"), list({"x", "y", "z", "w"}))
print({10, 20, 30, 40, 50, 8, 16, 24}, {-1, -2, 0}, {2**40, 2**41, 7}, set(range(20, 0, -3)))
print(hash("a"), hash(""), hash("asyncio"), hash((1, "a")), hash(()), hash(frozenset({1, 2})), hash(None) != 0)
print({("t", i) for i in range(5)}, {0.5, 1.5, 2.5, "s", None, ()})
for action in (
    lambda: {[1]},
    lambda: {1}.remove(2),
    lambda: set().pop(),
    lambda: {1} | [2],
    lambda: a[0],
    lambda: {1} < 2,
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
