# A mistake people make: two operators in a row
x = 5 * / 2
