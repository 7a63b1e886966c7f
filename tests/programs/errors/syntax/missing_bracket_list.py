# A mistake people make: a list that is never closed
names = [
    "Ada",
    "Bob",
print(names)
