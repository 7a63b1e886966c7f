# A mistake people make: two strings and a number without a comma
values = [1, 2 3, 4]
print(values)
