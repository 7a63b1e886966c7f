# A mistake people make: a space that is none
x = 5
