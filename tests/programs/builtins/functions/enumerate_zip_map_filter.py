# enumerate, zip, map, filter: lazy iterators, strictness, and errors at the moment of use
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=-1)), dict(enumerate("xy", start=10 ** 20)))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2], range(9))), list(zip(*[(1, "a"), (2, "b")])), dict(zip("ab", map(ord, "ab"))), list(zip([1], [2], strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(None.__class__, [])), list(map(int, "12", [8, 9])), list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, "ab", "cd", "ef")))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(str.isupper, "aBcD")), list(filter(lambda x: x % 2, range(6))), list(filter(bool, {0, 1})))
it = map(lambda x: 10 // x, [5, 0, 2])
print(next(it))
try:
    next(it)
except ZeroDivisionError as e:
    print(e, next(it), list(it))
z = zip(iter("abc"), iter([1]))
print(next(z), next(z, "end"))
e = enumerate("xyz")
print(next(e), iter(e) is e, list(e), list(e), type(e).__name__, type(z).__name__, type(it).__name__)
for bad in (lambda: list(zip("ab", [1], strict=True)), lambda: list(zip([1], "ab", strict=True)), lambda: list(zip([1], [2], "ab", strict=True)), lambda: zip(5), lambda: zip("a", 5), lambda: map(str), lambda: map(), lambda: list(map(5, [1])), lambda: map(str, 5), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: enumerate("a", 1, 2), lambda: list(map(lambda a: a, [1], [2])), lambda: list(map(str, [1], "u", "v", "w")), lambda: list(zip("abc", "ab", "a", strict=True)), lambda: list(map(lambda x, y: x, "ab", "a", strict=True)), lambda: zip("a", key=1)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
