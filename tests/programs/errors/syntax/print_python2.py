# A mistake people make: print from Python 2
name = "Ada"
print "hello", name
