# An exception in a decorator points at the decorator's line
def check(kind):
    def decorate(function):
        if not function.__doc__:
            raise TypeError(f"{function.__name__} has no doc string for {kind}")
        return function
    return decorate


@check("tests")
def documented():
    "Has one."


@check("production")
def undocumented():
    pass
