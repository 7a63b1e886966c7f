# A mistake people make: a declaration as in other languages
var x = 5
print(x)
