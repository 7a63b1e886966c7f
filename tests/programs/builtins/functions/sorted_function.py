# sorted: stability, keys, reverse, and errors in the middle
data = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True), sorted(data, key=lambda p: (-p[1], p[0])))
print(sorted("Hello World"), sorted("Hello", key=str.lower), sorted({3, 1, 2}), sorted({"b": 1, "a": 2}), sorted([3, 1.5, True, -2]), sorted([], reverse=True), sorted([[2], [1, 5], []]), sorted(["10", "9", "1"], key=int), sorted(range(5), key=lambda x: x % 3), sorted([(1, "z"), (1, "a")], reverse=1), sorted(x * x for x in (-2, 1)))
counted = []
def key(x):
    counted.append(x)
    return -x
print(sorted([3, 1, 2], key=key), counted)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"I{self.n}"


print(sorted([Item(3), Item(1), Item(2)]), sorted([Item(1), Item(2)], reverse=True))
values = [3, 1, "x", 2]
for bad in (lambda: sorted(values), lambda: sorted(5), lambda: sorted([1, None]), lambda: sorted([1], 2), lambda: sorted([1], key=5), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: sorted([1, 2], key=lambda x: 1 // (x - 1)), lambda: sorted([1], cmp=None), lambda: sorted([object(), object()]), lambda: sorted(None), lambda: sorted([1, 2], reverse="yes"), lambda: sorted([1], reverse=[]), lambda: sorted([[1, "a"], [1, 2]])):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(values)
import functools
print(sorted([5, 2, 8], key=functools.cmp_to_key(lambda a, b: b - a)))
lst = [3, 1, 2]
print(lst.sort(), lst)
try:
    lst.sort(key=lambda x: lst.append(9) or x)
except ValueError as e:
    print(e)
