# A mistake people make: an f-string with a lonely closing brace
print(f"set: }")
