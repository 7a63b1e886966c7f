# A mistake people make: a comparison with one equals sign in a call
names = ["a"]
print(names[0] = "b")
