# Recursion through two functions is not folded like that of one
def ping(n):
    if n == 0:
        return 1 // n
    return pong(n - 1)


def pong(n):
    return ping(n)


ping(3)
