# A mistake people make: return at the top
x = 5
if x:
    return x
