# A mistake people make: a call that is never closed, noticed on a later line
total = sum([1, 2, 3]
print(total)
