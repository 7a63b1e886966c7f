# A mistake people make: a string prefix that does not exist
text = x"hello"
