# A mistake people make: global of a parameter
def f(x):
    global x
