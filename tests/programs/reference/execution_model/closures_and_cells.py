# 4.2 Naming and binding: closures share variables, not values; cells can be empty
def make():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = make()
inc2, get2 = make()
print(inc(), inc(5), get(), inc2(), get2())
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
def loop():
    out = []
    for v in "ab":
        def show():
            return v
        out.append(show)
    v = "changed"
    return [f() for f in out]
print(loop())
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars, get.__closure__[0] is inc.__closure__[0], make.__closure__)
def empty():
    def inner():
        return later
    try:
        return inner.__closure__[0].cell_contents
    except ValueError as e:
        print(e)
    try:
        return inner()
    except NameError as e:
        print(e)
    later = 1
    return inner()
print(empty())
def deleted():
    x = 1
    def f():
        return x
    del x
    try:
        f()
    except NameError as e:
        return str(e)
print(deleted())
def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(fib.cache))
class Counter:
    def __init__(self):
        self.calls = 0
    def wrap(self, f):
        def inner(*a):
            self.calls += 1
            return f(*a)
        return inner
c = Counter()
double = c.wrap(lambda x: x * 2)
print(double(2), double(3), c.calls)
inc.__closure__[0].cell_contents = 100
print(get(), inc())
