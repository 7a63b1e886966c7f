# A mistake people make: a parameter that is a tuple
def distance((x, y)):
    return x + y
