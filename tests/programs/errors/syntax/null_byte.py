# A mistake people make: an invisible character in the source
x = 1​
