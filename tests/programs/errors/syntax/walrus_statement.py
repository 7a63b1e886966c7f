# A mistake people make: the walrus as a statement
n := 5
print(n)
