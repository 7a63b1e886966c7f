# A mistake people make: a name with a hyphen
first-name = "Ada"
