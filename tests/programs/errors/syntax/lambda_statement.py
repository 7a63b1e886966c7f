# A mistake people make: a statement in a lambda
f = lambda x: return x
