# A mistake people make: in without its right side
if 5 in:
    pass
