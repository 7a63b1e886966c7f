# A mistake people make: a multiplication sign that is none
area = 3 × 4
