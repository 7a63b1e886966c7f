# functools and operator: partial calls, caches, reduction, ordering and dispatch.
import functools
import operator
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, wraps


binary = partial(int, base=2)
print(binary("101"), binary.func is int, binary.args, binary.keywords, partial(max, 5)(3), partial(binary, "11")())
print(partial(print, 1, sep="-"))


def logged(function):
    @wraps(function)
    def wrapper(*args, **keywords):
        """The wrapper's own words."""
        print("calling", function.__name__, args, keywords)
        return function(*args, **keywords)

    return wrapper


@logged
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(5))


@cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


print(fibonacci(60), fibonacci.cache_info())
print(square(1), square(2), square(1), square(3), square(2), square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())


class Data:
    @cached_property
    def total(self):
        print("summing")
        return 6

    def show(self, mark, text):
        return f"{mark}{text}{mark}"

    starred = partialmethod(show, "*")


data = Data()
print(data.total, data.total, data.__dict__, data.starred("a"))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(operator.add, [], 7), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
try:
    reduce(operator.add, [])
except TypeError as error:
    print(error)


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Size(1) <= Size(2), Size(1) > Size(2), Size(2) >= Size(2), max(Size(1), Size(3)).n)


@functools.singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "an integer"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return "a sequence"


print(describe(1), describe(True), describe([]), describe(()), describe("x"), describe.dispatch(int)(0))
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(5), operator.methodcaller("upper")("a"), operator.itemgetter(2))
