# A mistake people make: unpacking in a dict comprehension
pairs = [{"a": 1}]
print({**pair for pair in pairs})
