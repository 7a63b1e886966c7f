# A mistake people make: = in the condition of a while
n = 3
while n = 3:
    n -= 1
