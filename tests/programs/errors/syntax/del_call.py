# A mistake people make: del of a call
items = [1]
del items.pop()
