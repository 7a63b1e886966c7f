# iter, next: both forms, sentinels, defaults and exhausted iterators
it = iter([1, 2])
print(next(it), next(it), next(it, "done"), next(it, None))
for make in (lambda: next(it), lambda: next(iter("")), lambda: next(iter({}))):
    try:
        make()
    except StopIteration as e:
        print("StopIteration", e.value, e.args)
values = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(values), 4)), list(values))
calls = []
def call():
    calls.append(len(calls))
    return len(calls)
print(list(iter(call, 4)), calls, list(iter(call, 5)) if len(calls) < 4 else "the counter went on")
s = iter(lambda: 1, 1)
print(list(s), list(s), type(s).__name__)


class Sequence:
    def __getitem__(self, i):
        if i == 3:
            raise StopIteration if False else IndexError
        return i * 10


class SelfIter:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("own value")


print(list(Sequence()), type(iter(Sequence())).__name__, list(SelfIter()), iter(SelfIter()).__class__.__name__)
try:
    next(SelfIter())
except StopIteration as e:
    print(e.value)
for x in ([], (), "", b"", {}, set(), range(0), {}.keys(), {}.values(), {}.items(), zip(), frozenset(), reversed([]), (i for i in ()), range(2 ** 70), iter([])):
    print(type(iter(x)).__name__, end=" ")
print()
for bad in (lambda: iter(5), lambda: iter(5, 1), lambda: next([]), lambda: next(5), lambda: iter(), lambda: next(), lambda: iter(None), lambda: iter([], 1, 2), lambda: next(iter([]), 1, 2), lambda: iter(type("A", (), {"__iter__": lambda s: 5})()), lambda: iter(type("A", (), {"__iter__": None})()), lambda: iter(int), lambda: list(iter(lambda: 1 / 0, 5)), lambda: next(type("N", (), {})())):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
grown = [1]
it = iter(grown)
print(next(it), end=" ")
grown.append(2)
print(next(it), next(it, "end"))
grown.append(3)
print(next(it, "an exhausted iterator stays exhausted"), it.__length_hint__(), iter([1, 2, 3]).__length_hint__())
