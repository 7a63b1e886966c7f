# A mistake people make: a match without an indented case
x = 1
match x:
case 1:
    print(1)
