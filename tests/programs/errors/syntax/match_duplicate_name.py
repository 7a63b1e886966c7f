# A mistake people make: a pattern that binds a name twice
match (1, 2):
    case (a, a):
        print(a)
