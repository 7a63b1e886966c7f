# Unpacking in assignment, loops, calls and literals, with stars and nesting.
a, b = 1, 2
a, b = b, a
first, *middle, last = "unpack"
(x, (y, *z)), w = (1, (2, 3, 4)), 5
print(a, b, first, middle, last, x, y, z, w)
[p, q] = {"k": 1, "l": 2}
print(p, q, [*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[], 1), {*"aab"} == {"a", "b"})
for i, (name, *scores) in enumerate([("ann", 1, 2), ("bob",)], start=1):
    print(i, name, scores)
d = {}
d["k"], d["l"] = i, d["m"] = 1, 2
print(d, i)
values = [0, 1, 2]
i = 0
i, values[i] = 2, 9
print(i, values)


def too_many():
    a, b = 1, 2, 3


def too_few():
    a, b, c = 1, 2


def starred():
    a, *b, c = [1]


def number():
    a, b = 5


def star_number():
    (*a,) = 7


def nothing():
    for a, b in [None]:
        pass


for action in (too_many, too_few, starred, number, star_number, nothing):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(f"{action.__name__}: {type(error).__name__}: {error}")
