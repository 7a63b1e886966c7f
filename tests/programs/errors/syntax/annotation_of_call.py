# A mistake people make: an annotation on a call
def f():
    pass


f(): int = 5
