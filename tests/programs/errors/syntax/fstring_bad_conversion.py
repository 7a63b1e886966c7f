# A mistake people make: an f-string with an unknown conversion
x = 5
print(f"{x!q}")
