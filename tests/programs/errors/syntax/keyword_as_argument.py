# A mistake people make: a keyword as the name of a parameter
def travel(from, to):
    return from + to
