# A mistake people make: switch as in other languages
x = 1
switch x:
    case 1:
        print("one")
