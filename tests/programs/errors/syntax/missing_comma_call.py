# A mistake people make: two arguments without a comma
print("total:" 42)
