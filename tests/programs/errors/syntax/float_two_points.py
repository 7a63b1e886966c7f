# A mistake people make: a number with two points
version = 3.14.1
