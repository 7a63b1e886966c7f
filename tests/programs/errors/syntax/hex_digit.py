# A mistake people make: a hexadecimal number with a wrong digit
color = 0xFFGG
