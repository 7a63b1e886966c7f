# A mistake people make: assigning to an f-string
name = "x"
f"{name}" = 5
