# A mistake people make: an f-string with an open brace
name = "Ada"
print(f"hello {name")
