# A mistake people make: a type parameter without a default after one with
class Box[T = int, S]:
    pass
