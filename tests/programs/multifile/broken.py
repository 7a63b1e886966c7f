# A module that fails when it is imported
def f():
    return 1 / 0
f()
