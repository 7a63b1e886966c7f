# A mistake people make: a parameter after **
def f(**options, flag):
    pass
