# An exception in the body of a nested class
def make(base):
    class Outer:
        value = 1

        class Inner(base):
            double = value * 2

    return Outer


make(object)
