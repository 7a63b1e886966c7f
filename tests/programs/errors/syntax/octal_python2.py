# A mistake people make: an octal number from Python 2
mode = 0755
