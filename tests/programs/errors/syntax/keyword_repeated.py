# A mistake people make: the same keyword argument twice
print("a", end="", end="!")
