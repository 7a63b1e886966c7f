# A mistake people make: && as in other languages
a, b = True, False
if a && b:
    print("both")
