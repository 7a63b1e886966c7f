# 6.3.4 Calls: positional, keyword, starred arguments, in which order they are evaluated, and what fits
def f(a, b=2, /, c=3, *args, d=4, **kw):
    return a, b, c, args, d, kw


print(f(1), f(1, 2, 3, 4, 5), f(1, c=9, d=8, z=7), f(*[1, 2], *(3, 4), d=0, **{"q": 1}, **{"r": 2}), f(1, a=5, b=6))
order = []


def note(x):
    order.append(x)
    return x


f(note(1), *[note(2)], note(3), d=note(4), **{"e": note(5)}, g=note(6))
f(note(7), c=note(8), **{"h": note(9)})
f(note(1), *note([2]), *note((3,)), z=note(4))
print(order)


def g(x, *, y):
    return x, y


def h(x, y, z=0, /):
    return x, y, z


def k(*, a, b):
    return a, b


def m(one, two, three, four=None):
    pass


for call in ("f()", "f(c=1)", "g(1)", "g(1, 2)", "g(1, y=2, z=3)", "g(x=1, y=2)", "g(1, x=1, y=2)", "h(1)", "h()", "h(1, 2, 3, 4)", "h(1, y=2)", "h(x=1, y=2, z=3)", "k()", "k(a=1)", "k(1, a=1, b=2)", "k(a=1, b=2, c=3, d=4)",
             "m()", "m(1)", "m(1, 2)", "m(1, 2, 3, 4, 5)", "m(1, 2, 3, fourr=4)", "m(1, 2, 3, three=3)", "f(*1)", "f(**1)", "f(1, **{1: 2})", "f(1, *None)", "f(1, d=1, **{'d': 2})", "g(1, **{'y': 1}, **{'y': 2})", "(lambda: 0)(1)", "(lambda x: x)()", "(lambda *, x: x)(1)",
             "m(*'abcd', four=1)", "g(*(), **{})", "dict(a=1, **{'a': 2})", "print(1, **{'sep': 3})", "print(1, sep='-', end=5)", "m(1, two=2)", "m(three=3)", "h(1, 2, zz=3)"):
    try:
        print(call, "=", eval(call))
    except TypeError as e:
        print(call, "->", e)
