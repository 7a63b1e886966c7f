# A mistake people make: an f-string with two values in a field
a, b = 1, 2
print(f"{a b}")
