# A mistake people make: a number with a leading zero
month = 08
