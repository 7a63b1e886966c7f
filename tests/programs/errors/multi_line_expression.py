# An error in an expression over several lines.
def f(x):
    return 10 // x


values = [
    f(1),
    f(2) + f(
        0
    ),
    f(3),
]
