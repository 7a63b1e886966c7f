# 3.3.6 Emulating callable objects: __call__ is looked up on the type
class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self, *args, step=1, **kwargs):
        self.n += step
        return self.n, args, kwargs


c = Counter()
print(c(), c(1, 2), c(step=5, x=1), callable(c), callable(Counter), callable(5))
c.__call__ = lambda: "the instance's is not used"
print(c())
print(c.__call__())


class Chain:
    def __call__(self):
        return self

    def __getattr__(self, name):
        return lambda *a: (name, a)


print(Chain()()()().anything(1))


class Stack:
    __call__ = Counter()


print(Stack()(7))
print(list(map(c, "ab")), sorted([3, 1, 2], key=lambda x, *, y=-1: x * y))


class NotCallable:
    pass


for text in ("NotCallable()()", "c.n()", "c(step='x')", "type('X', (), {'__call__': 5})()()", "print(nothing=1)", "len()", "len(1, 2)", "int('1', bas=2)", "Counter(1)", "c.__call__(1)", "NotCallable(1)",
             "NotCallable(x=1)", "Chain().__call__(3)", "callable()", "callable(1, 2)", "[].append()", "[].append(1, 2)", "''.join()", "{}.get()", "{}.get(1, 2, 3)", "len(x=1)", "abs()", "sorted()", "max()"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "->", e)
