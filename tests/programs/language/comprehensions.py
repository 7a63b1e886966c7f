# List, set, dict comprehensions and generator expressions, nested and filtered.
print([x * y for x in range(1, 4) for y in range(x) if (x + y) % 2])
print({w: len(w) for w in "the quick brown fox".split()})
print(sorted({c for c in "hello world" if c.isalpha()}))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([y := 10, y + 1, [last := n for n in range(4)], last])
x = "outer"
print([x for x in range(3)], x)
print(sum(n * n for n in range(10)), max((len(w), w) for w in ["aa", "b", "cc"]))
print([(i, j) for i, j in zip("abc", range(3)) if j != 1])
print({k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]})
gen = (i for i in range(3))
print(next(gen), list(gen), list(gen))
first = iter([1, 2, 3])
print([a + b for a in first for b in first])
print([f(3) for f in [lambda n, k=k: n**k for k in range(4)]])
