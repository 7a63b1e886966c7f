# A mistake people make: an f-string with an empty field
print(f"value: {}")
