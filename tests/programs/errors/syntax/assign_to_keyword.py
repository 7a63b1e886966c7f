# A mistake people make: assigning to True
True = 1
