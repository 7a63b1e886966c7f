# A mistake people make: except and except* mixed
try:
    pass
except ValueError:
    pass
except* TypeError:
    pass
