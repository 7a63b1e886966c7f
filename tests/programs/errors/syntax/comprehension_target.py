# A mistake people make: a comprehension over pairs without parentheses
pairs = [x, y for x in range(2) for y in range(2)]
