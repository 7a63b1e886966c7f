# all, any: they stop at the first answer and take any iterable
def noisy(values):
    for v in values:
        print("look at", v)
        yield v


print(all(noisy([1, 0, 2])), any(noisy([0, "x", 2])))
print(all([]), any([]), all({}), any({0: 1}), all("ab"), any(("", [], None)), all({1: 0}), any(range(1)))
rest = iter([1, 2, 0, 3, 4])
print(all(rest), list(rest))
rest = iter([0, 0, 5, 6])
print(any(rest), list(rest))


class Fails:
    def __bool__(self):
        raise ValueError("no truth")


class FailingIterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("no next")


for bad in (lambda: all(5), lambda: any(None), lambda: all([1, Fails()]), lambda: any([Fails(), 1]), lambda: any([1, Fails()]), lambda: all(FailingIterator()), lambda: all(), lambda: any([], 1), lambda: all(iterable=[])):
    try:
        print(bad())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
matrix = [[1, 2], [3, 4]]
print(all(x > 0 for row in matrix for x in row), any(x > 3 for row in matrix for x in row), all(map(str.isdigit, "123")), not any(filter(None, [0, ""])))
