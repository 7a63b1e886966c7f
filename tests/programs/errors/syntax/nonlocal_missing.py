# A mistake people make: nonlocal of a name that no function has
def outer():
    def inner():
        nonlocal missing
    return inner
