# tuple: packing, immutability, hashing, concatenation and named positions
t = 1, "two", [3]
empty, one = (), (5,)
print(t, empty, one, (5), type((5)).__name__, len(t), t + one, one * 3, t[1], t[-1], t[:2], 1 in t, t.index("two"), t.count(1), hash((1, 2)) == hash((1, 2)), (1, 2) == (1.0, True + 1))
t[2].append(4)
print(t)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d, (*t, *one), tuple("ab"), tuple(t) is t, sorted([(2, "a"), (1, "b"), (1, "a")]), max((1, 2), (1, 3)), {(1, 2): "point"}[1, 2], (lambda *args: args)(1, 2))
def minmax(xs):
    return min(xs), max(xs)
low, high = minmax([3, 1, 2])
print(low, high, divmod(7, 2), (1,) < (1, 0), ((1,),), (1, (2, (3,))), tuple(x * 2 for x in (1, 2)), (1, 2, 3)[::-1])
for bad in ("t[0] = 1", "del t[0]", "t.append(1)", "t + [1]", "t[5]", "hash(t)", "t < 5", "t.index(9)", "t.sort()", "(1, 2) + 3", "t['a']", "a, b = t", "t()", "t.x = 1", "(1, 2) - (1,)", "{t: 1}", "sum((1, 2), ())", "t += 1", "t[0] += 1"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    @property
    def a(self):
        return self[0]
p = Pair(1, 2)
print(p, p.a, p == (1, 2), type(p + ()).__name__, hash(p) == hash((1, 2)), isinstance(p, tuple))
