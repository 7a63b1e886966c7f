# A mistake people make: === as in other languages
x = None
if x === None:
    print("none")
