# A mistake people make: new as in other languages
class A:
    pass


a = new A()
