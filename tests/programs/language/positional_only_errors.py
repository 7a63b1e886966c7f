# Which error a call gets when several things are wrong with its keywords
def show(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


def f(a, /, b=1, *, c=2):
    return a, b, c


def g(a, b, /, c):
    return a, b, c


show(lambda: f(1, a=1, b=2))
show(lambda: f(1, 2, a=1, b=2))
show(lambda: f(1, unknown=1, a=2))
show(lambda: f(1, a=2, unknown=1))
show(lambda: f(b=2, other=1))
show(lambda: f(a=1))
show(lambda: f(a=1, **{"b": 3}))
show(lambda: g(1, a=1, b=2))
show(lambda: g(a=1, b=2, c=4))
show(lambda: g(1, 2, 3, c=3))
show(lambda: g(1, 2, 3, 4, a=3))
show(lambda: g(1, 2, 3, c=3, a=1))


class Plain:
    pass


show(lambda: Plain()(**{1: 2}))
show(lambda: print(**{1: 2}))
show(lambda: (lambda **more: more)(**{1: 2}))
show(lambda: print(**{1: 2}, **{1: 3}))
