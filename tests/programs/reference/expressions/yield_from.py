# 6.2.9 Yield expressions: yield from passes values, exceptions and results both ways
def inner():
    got = []
    try:
        while True:
            x = yield len(got)
            if x is None:
                break
            got.append(x)
    except KeyError as e:
        got.append(f"key {e}")
    finally:
        print("inner done", got)
    return got


def outer():
    first = yield from inner()
    second = yield from inner()
    return first + second


g = outer()
print(next(g), g.send("a"), g.send("b"))
print(g.gi_yieldfrom.__name__, next(g))
try:
    g.throw(KeyError("k"))
except StopIteration as e:
    print(e.value)


def chain(*iterables):
    for it in iterables:
        result = yield from it
        print("result", result)


print(list(chain("ab", [1], {"k": 1}, range(2), (i for i in [5]))))


class Plain:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("plain result")
        return self.n


print(list(chain(Plain())))
g = chain(Plain())
next(g)
for use in (lambda: g.send("x"), lambda: g.throw(ValueError("v")), lambda: next(g)):
    try:
        print(use())
    except (AttributeError, ValueError, StopIteration) as e:
        print(type(e).__name__, e)


def closing():
    yield from inner()


g = closing()
next(g)
g.close()
for bad in (5, None, print):
    try:
        list(chain(bad))
    except TypeError as e:
        print(e)


def tree(t):
    if isinstance(t, list):
        for sub in t:
            yield from tree(sub)
    else:
        yield t


print(list(tree([1, [2, [3, [4]], 5], []])))
