# 6.10 Comparisons: value comparisons, chains that stop early, membership and identity
def show(x):
    print("<", x, ">", sep="", end=" ")
    return x


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(show(1) == show(1) != show(2) > show(0) in show([0]) is not show(None))
print(not show(1) == show(2), show(1) < show(0) or show("x"))
print(1 < 2 == 2, (1 < 2) == 2, 1 in [1] == True, (1 in [1]) == True, "a" < "b" < "c", "Z" < "a", "abc" < "abd", "ab" < "abc", "" < "a", "10" < "9")
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, "a") < (1, "b"), [] < [0], (2,) > (1, 5), [1, [2, 3]] == [1, [2, 3]], [1] == (1,), (1, 2) == [1, 2], {1: 2} == {1: 2.0}, {1, 2} == {2, 1}, frozenset([1]) == {1})
print({1} < {1, 2}, {1, 2} <= {1, 2}, {1} > set(), {1, 2} < {2, 3}, {1, 2} > {2, 3}, {1: 0}.keys() == {1}, {1: 0}.keys() < {1, 2}, range(3) == range(0, 3, 1), range(0) == range(5, 5), range(3) == [0, 1, 2])
nan = float("nan")
print(nan == nan, nan is nan, nan in [nan], [nan] == [nan], (nan,) < (nan,), nan < 1, nan > 1, nan != nan, max([nan, 1]), max([1, nan]), sorted([2, nan, 1]), {nan: 1} == {nan: 1}, [nan].index(nan))
print(0.1 + 0.2 == 0.3, 1 == 1.0, hash(1) == hash(1.0), 1 == True, "1" == 1, None == 0, None == False, [] == False, b"a" == "a", 1j == 1j, 1 == 1 + 0j, -0.0 == 0.0, 2 ** 70 == 2.0 ** 70)
print("b" in "abc", "" in "abc", "ac" in "abc", 98 in b"abc", b"bc" in b"abc", 3 in range(5), 3.0 in range(5), "3" in range(5), None in [None], "k" in {"k": 1}, ("k", 1) in {"k": 1}.items(), 1 in {"k": 1}.values())
a = b = []
print(a is b, a is not [], [] is [], a == [], None is None, type(a) is list, not a is b)
for bad in ("1 < 'a'", "None < None", "[1] < ['a']", "[] < ()", "{} < {}", "1 < 1j", "1j < 1j", "{1} < [1]", "'a' in 5", "5 in 'abc'", "None in 'abc'", "'a' in b'abc'", "256 in b'a'", "[] in {1}", "{} in {}", "1 in None", "range(3) < range(4)", "slice(1) < 'a'", "len < print", "object() >= object()", "sorted([1, 'a'])", "max(1, 'a')", "min([None, 1])", "sorted([{}, {}])", "(1, 'a') < (1, 2)", "[[1], ['a']] < [[1], [2]]", "b'a' < 'a'"):
    try:
        print(bad, "=", eval(bad))
    except (TypeError, ValueError) as e:
        print(bad, "->", type(e).__name__, e)
