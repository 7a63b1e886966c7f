# Many equal frames are shown once, with a count.
def countdown(n):
    if n == 0:
        raise RuntimeError("bottom")
    countdown(n - 1)


countdown(20)
