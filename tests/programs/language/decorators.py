# Decorators with and without arguments, stacked, on classes, keeping names with functools.wraps.
import functools


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(f"-> {function.__name__}{args}{kwargs or ''}")
        result = function(*args, **kwargs)
        print(f"<- {result!r}")
        return result

    return wrapper


def repeat(times):
    print("repeat made for", times)

    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


@trace
def add(a, b=1):
    """Adds."""
    return a + b


@repeat(2)
@trace
def greet(name):
    return f"hi {name}"


print(add(1, b=2), add.__name__, add.__doc__, greet.__name__)
print(greet("ann"))


def register(cls):
    registry[cls.__name__] = cls
    return cls


registry = {}


@register
class Plugin:
    pass


print(list(registry), registry["Plugin"] is Plugin)


class CountCalls:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@CountCalls
def square(x):
    return x * x


print(square(3), square(4), square.calls)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(add, 10)(b=5))
