# Warnings about code that is never reached, and about identity with tuples
def unreached(n):
    try:
        raise KeyError from OSError
    except LookupError:
        pass
    else:
        10[1]
    try:
        return
    except KeyError:
        12[1]
    else:
        13[1]
    14[1]


def compared(x):
    print(x is (), x is (1, 2), x is ("a" "b", None))
    print(x is ((),), x is (-1,), x is (1 + 1,), x is (x,), (1, (2, 3)) is x)


compared(None)
