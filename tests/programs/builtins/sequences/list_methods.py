# list: append, extend, insert, remove, pop, clear, index, count, reverse and copy
a = [3, 1, 2]
a.append([4])
a.extend("xy")
a.extend(range(2))
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
print(a, len(a), a.index(1), a.index("x", 2), a.count(1), a.index(1, -4, -1))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove([4])
a.reverse()
b = a.copy()
b.clear()
print(a, b, a.sort, None is a.append(None)) if False else print(a, b)
print([1, True, 1.0].count(1), [1, 2, 1].index(1, 1), [[]].index([]), ["a"] * 3, [[0] * 2] * 2)
for bad in ("a.remove('nope')", "a.index('nope')", "a.pop(99)", "[].pop()", "a.pop('x')", "a.insert('x', 1)", "a.extend(5)", "a.append()", "a.append(1, 2)", "a.index()", "a.index(1, 'x')", "a.count()", "a.clear(1)", "a.copy(1)", "a.reverse(1)", "a.push(1)", "a.add(1)", "a.length", "a.remove()", "a.insert(1)", "[1, 2].index(3)", "[].remove(x := 1)"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
