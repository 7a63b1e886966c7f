# The same frame again and again is shown three times, then counted
def down(n):
    if n == 0:
        raise ValueError("bottom reached")
    down(n - 1)


def start(n):
    try:
        down(n)
    except ValueError as error:
        raise RuntimeError("gave up") from error


start(12)
