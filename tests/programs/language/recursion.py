# Recursive functions: hanoi, permutations, ackermann, flattening, mutual recursion.
def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [f"{a}->{c}"] + hanoi(n - 1, b, a, c)


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item, *rest]


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def flatten(thing):
    for each in thing:
        if isinstance(each, list):
            yield from flatten(each)
        else:
            yield each


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(hanoi(3))
print([p for p in permutations([1, 2, 3])])
print(ackermann(2, 3), list(flatten([1, [2, [3, [4]], []], 5])), even(200), odd(201))


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))
