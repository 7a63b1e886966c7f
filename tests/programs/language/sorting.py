# Sorting is stable; keys, reverse, tuples as keys, sorting objects by attribute.
from operator import attrgetter, itemgetter

people = [("ann", 30), ("bob", 25), ("cid", 30), ("dan", 25), ("eve", 35)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=itemgetter(1), reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
calls = []


def key(x):
    calls.append(x)
    return x % 3


print(sorted(range(10), key=key), calls)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"<{self.n}>"


items = [Item(n) for n in (3, 1, 2)]
print(sorted(items), min(items), sorted(items, key=attrgetter("n"), reverse=True))
print(sorted({"b": 1, "a": 2}), sorted("Hello"), sorted([3, 1.5, True]), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]))
numbers = [5, 2, 9, 1]
print(numbers.sort(), numbers)
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(set(words), key=lambda w: (len(w), w)))
from functools import cmp_to_key

print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
try:
    sorted([1, None])
except TypeError as error:
    print(error)
