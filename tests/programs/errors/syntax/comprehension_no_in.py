# A mistake people make: a comprehension without in
squares = [x * x for x range(3)]
