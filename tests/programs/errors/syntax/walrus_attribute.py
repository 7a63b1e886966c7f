# A mistake people make: the walrus with an attribute
class A:
    pass


if (A.x := 5):
    print(A.x)
