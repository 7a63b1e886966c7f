# A mistake people make: a name that begins with a digit
2nd_place = "Bob"
