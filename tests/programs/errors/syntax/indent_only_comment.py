# A mistake people make: a body that is only a comment
def later():
    # to do


print(later())
