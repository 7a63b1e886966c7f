# A mistake people make: a string without its end
print("hello)
print("world")
