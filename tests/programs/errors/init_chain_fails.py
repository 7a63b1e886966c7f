# super().__init__ with a wrong number of arguments
class Animal:
    def __init__(self, name, legs):
        self.name, self.legs = name, legs


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, legs=4, tail=True)


Dog("Rex")
