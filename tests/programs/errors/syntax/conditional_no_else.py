# A mistake people make: a conditional expression without else
x = 5
y = 1 if x > 3
