# A mistake people make: try without its colon
try
    open("x")
except OSError:
    pass
