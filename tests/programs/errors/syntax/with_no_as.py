# A mistake people make: with and a name without as
with open("x") f:
    pass
