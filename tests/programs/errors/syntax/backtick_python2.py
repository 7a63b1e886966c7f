# A mistake people make: backticks from Python 2
x = 5
text = `x`
