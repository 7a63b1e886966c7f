# A mistake people make: assigning to a number
3 = three
