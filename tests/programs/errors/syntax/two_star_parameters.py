# A mistake people make: two star parameters
def f(*args, *more):
    pass
