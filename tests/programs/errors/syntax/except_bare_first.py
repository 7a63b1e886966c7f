# A mistake people make: a bare except before others
try:
    pass
except:
    pass
except ValueError:
    pass
