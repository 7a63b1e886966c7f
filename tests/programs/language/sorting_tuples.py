# Sorting tuples that are equal in their first items, stably, by numbers, texts and nested tuples.
import random

random.seed(3)


def texts(n):
    return ["".join(random.choice("ab\0é") for _ in range(random.randrange(n))) for _ in range(200)]


def show(name, values, **options):
    ordered = sorted(values, **options)
    places = sorted(range(len(values)), key=values.__getitem__, **options)
    print(name, ordered[:4], ordered[-2:], hash(tuple(places)))


ints = [random.randrange(5) for _ in range(200)]
floats = [random.choice([0.0, -0.0, 1.5, -1.5, 1e300, float("inf")]) for _ in range(200)]
show("two ints", list(zip(ints, reversed(ints))))
show("three ints", list(zip(ints, reversed(ints), range(200))), reverse=True)
show("int, float", list(zip(ints, floats)))
show("float, int", list(zip(floats, ints)))
show("float, float, text", list(zip(floats, reversed(floats), texts(3))))
show("int, text, int", list(zip(ints, texts(12), ints)))
show("text, int", list(zip(texts(4), ints)))
show("int, nested", [(a, (b, c)) for a, b, c in zip(ints, floats, texts(3))])
show("nested, int", [((a, b), a) for a, b in zip(ints, floats)])
show("ones", [(a,) for a in ints])
show("lengths differ", [(a,) * (a + 1) for a in ints])
show("kinds differ", [(1, 2.5), (1, 2), (1, True), (1, 2.0), (0, 7)] * 12)
show("many", [(i * 7919 % 3, i * 104729 % 5, -i) for i in range(3000)])
