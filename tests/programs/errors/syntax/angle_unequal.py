# A mistake people make: <> from Python 2
a = 1
if a <> 2:
    print("different")
