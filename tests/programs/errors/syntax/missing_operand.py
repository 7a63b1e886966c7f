# A mistake people make: an operator without its right side
total = 5 +
print(total)
