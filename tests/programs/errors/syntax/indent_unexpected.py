# A mistake people make: a line that is indented for no reason
x = 1
    y = 2
print(x + y)
