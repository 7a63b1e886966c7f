# A mistake people make: a keyword argument whose name is an expression
data = {}
dict(data["a"]=1)
