# A mistake people make: global after the name was used
total = 0


def add(n):
    total = n
    global total
