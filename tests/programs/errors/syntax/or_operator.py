# A mistake people make: || as in other languages
a = 1
if a == 1 || a == 2:
    print(a)
