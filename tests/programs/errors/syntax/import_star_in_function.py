# A mistake people make: import star in a function
def f():
    from math import *
    return pi
