# A mistake people make: a comment that begins with slashes
x = 1 // the first
y = 2
