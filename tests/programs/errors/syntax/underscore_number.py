# A mistake people make: a number that ends with an underscore
big = 1_000_
