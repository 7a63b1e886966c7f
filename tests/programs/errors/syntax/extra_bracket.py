# A mistake people make: one closing bracket too many
print((1 + 2) * 3))
