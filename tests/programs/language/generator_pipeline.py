# A pipeline of generators pulls one item at a time.
def numbers():
    n = 0
    while True:
        print(f"  produce {n}")
        yield n
        n += 1


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def take(count, source):
    for _ in range(count):
        yield next(source)


print(sum(take(3, evens(numbers()))))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(take(15, fib())))


def broken():
    yield 1
    raise StopIteration("not here")


try:
    list(broken())
except RuntimeError as error:
    print(error, repr(error.__cause__))
