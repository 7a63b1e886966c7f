# A mistake people make: assigning to the result of a call
def size():
    return 1


size() = 2
