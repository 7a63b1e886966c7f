# A mistake people make: a lambda without its colon
double = lambda x x * 2
print(double(4))
