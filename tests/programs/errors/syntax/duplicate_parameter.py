# A mistake people make: the same parameter twice
def move(x, y, x):
    return x + y
