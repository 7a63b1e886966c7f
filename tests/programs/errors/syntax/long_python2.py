# A mistake people make: a long number from Python 2
big = 10L
