# A mistake people make: a keyword argument with the walrus
print("a", sep := "-", end := "", (x = 1))
