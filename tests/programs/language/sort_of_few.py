# Sorting what has one item only, of any kind, asks nothing; ranks that are alike go on to the rest.
print(sorted([{1: 2}]), sorted([None]), sorted([]), sorted([3j], reverse=True))
print(sorted(["abcdefgh2", "abcdefgh10", "abcdefgh", "abc\0", "abc", "", "\0"]))
print(sorted([0.0, -0.0, -1.5, 1e300, -1e300, float("inf"), -float("inf"), 5e-324]))
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1,), ()], key=len))
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1, "y")], reverse=True))
print(sorted(["é", "z", "ß", "a", "日本", "\U0001f600"]))
print(sorted([2**63, -(2**63), 0, -1, 2**62, -(2**70)]))
names = {}
for i in range(300):
    names["same"] = i
    del names["same"]
    names[i] = i
    if i >= 5:
        del names[i - 5]
print(names, "same" in names, len(names))
for i in range(200):
    try:
        raise ValueError(i)
    except ValueError as error:
        total = error.args[0]
print(total, "error" in globals())
