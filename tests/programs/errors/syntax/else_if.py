# A mistake people make: else if as in other languages
x = 2
if x == 1:
    print(1)
else if x == 2:
    print(2)
