# A mistake people make: a name with a space
first name = "Ada"
