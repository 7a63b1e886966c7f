# Hashing of numeric types: equal numbers of different types have equal hashes
pairs = [(1, 1.0), (1, True), (0, False), (0, 0.0), (0, -0.0), (0, 0j), (2, 2 + 0j), (2 ** 61 - 1, 0), (2 ** 61, 1), (-1, -2), (10 ** 20, 1e20), (0.5, 0.5 + 0j), (2 ** 100, 2.0 ** 100)]
for a, b in pairs:
    print(a, b, a == b, hash(a) == hash(b), hash(a), hash(b))
print(hash(1.5), hash(-1.5), hash(0.1), hash(1e-300), hash(1 / 3), hash(float("inf")), hash(float("-inf")), hash(1 + 2j), hash(1j), hash(-1j), hash(10 ** 40), hash(-(10 ** 40)), hash(123456789), hash(-123456789))
d = {1: "int", 2.5: "float", 3 + 0j: "complex"}
d[1.0], d[True], d[3], d[5 / 2] = "now float", "now bool", "int again", "same"
print(d, 1.0 in d, 3 in d, d.get(2.5), {0, 0.0, False, 0j}, {1: 1, 1.0: 2}, len({2 ** 53, float(2 ** 53), 2 ** 53 + 1}))
print(hash(()) == hash(tuple()), hash((1,)) == hash((1.0,)), hash((1, 2)) == hash((2, 1)), hash("") == 0, hash(frozenset([1, 2])) == hash(frozenset([2.0, True])), hash(range(3)) == hash(range(0, 3, 1)))
