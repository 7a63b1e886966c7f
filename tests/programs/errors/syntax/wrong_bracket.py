# A mistake people make: a bracket closed by one of another kind
matrix = [[1, 2], [3, 4)]
