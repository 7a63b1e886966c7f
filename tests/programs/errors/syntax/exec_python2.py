# A mistake people make: exec from Python 2
code = "x = 1"
exec code
