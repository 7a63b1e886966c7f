# A mistake people make: a case behind one that takes everything
x = 5
match x:
    case n:
        print(n)
    case 5:
        print("five")
