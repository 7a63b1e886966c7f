# A mistake people make: a bare star with nothing after it
def f(a, *):
    pass
