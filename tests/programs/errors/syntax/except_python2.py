# A mistake people make: except from Python 2
try:
    int("x")
except ValueError, error:
    print(error)
except (OSError, KeyError), e:
    pass
