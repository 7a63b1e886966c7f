# A mistake people make: a doc string that is never closed
def f():
    """Doc.
    return 1


print(f())
