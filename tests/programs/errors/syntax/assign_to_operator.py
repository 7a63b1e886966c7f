# A mistake people make: assigning to an expression
a = 1
b = 2
a + b = 3
