# list, tuple, set, frozenset: from iterables, copies and subclasses
print(list(), tuple(), set(), frozenset(), list("abc"), tuple([1, 2]), sorted(set("hello")), frozenset([1, 1]), list({"k": 1}), tuple(range(3)), list((1, 2)), list(x for x in "xy"), tuple({"a": 1}.items()))
a = [1, 2]
t = (1, 2)
f = frozenset([1])
print(list(a) is a, tuple(t) is t, tuple(a) == t, frozenset(f) is f, set(f) is f, list(a) == a, tuple(tuple([3])))


class L(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.tag = "L"


class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


class S(set):
    pass


x = L("ab")
print(x, x.tag, type(x + [1]).__name__, type(x[:]).__name__, type(x.copy()).__name__, T(1, 2), type(T(1) + (2,)).__name__, T(1, 2) == (1, 2), S([1]) | {2}, type(S([1]) | {2}).__name__, type(S([1]).copy()).__name__, isinstance(x, list))


class Hint:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        raise ValueError("hint fails")


class Len(Hint):
    def __len__(self):
        return 100

    __length_hint__ = None


print(list(Len()), tuple(Len()))
for bad in (lambda: list(5), lambda: tuple(None), lambda: set(5), lambda: frozenset(1.5), lambda: list([1], [2]), lambda: set([[]]), lambda: frozenset([{}]), lambda: tuple(iterable=[1]), lambda: list(x=1), lambda: set([1], [2]), lambda: list(1 // 0 for _ in [1]), lambda: L(5), lambda: [].__init__(5), lambda: tuple([1], 2), lambda: T.__new__(5)):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
b = [1, 2, 3]
b.__init__("xy")
print(b)
