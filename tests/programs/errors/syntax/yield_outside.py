# A mistake people make: yield in a class body
class Numbers:
    yield 1
