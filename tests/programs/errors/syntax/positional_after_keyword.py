# A mistake people make: a positional argument after a keyword argument
print("a", sep="-", "b")
