# Positional-only, keyword-only, defaults, *args and **kwargs, and how calls unpack.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, e=6, z=7, b=8))
print(f(*[1, 2], *(3, 4), d=0, **{"x": 1}, **{"y": 2}))


def remember(item, seen=[]):
    seen.append(item)
    return seen


print(remember(1), remember(2), remember(3, []))

for call in (
    lambda: f(),
    lambda: f(1),
    lambda: f(d=1),
    lambda: remember(1, 2, 3),
    lambda: remember(item=1, thing=2),
    lambda: remember(1, item=2),
    lambda: f(1, d=2, **{"d": 3}),
    lambda: len(),
    lambda: len([1], [2]),
):
    try:
        call()
    except TypeError as error:
        print(error)
