# Classes: instance and class attributes, methods, inheritance, super and the method resolution order.
class Animal:
    count = 0
    sounds = []

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f"{self.name} makes a sound"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    def __init__(self, name, breed="mutt"):
        super().__init__(name)
        self.breed = breed

    def speak(self):
        return super().speak() + ": woof"


class Loud:
    def speak(self):
        return super().speak().upper() + "!"


class LoudDog(Loud, Dog):
    pass


animals = [Animal("generic"), Dog("rex", "collie"), LoudDog("max")]
for animal in animals:
    print(animal, animal.speak())
print(Animal.count, animals[0].count, [c.__name__ for c in LoudDog.__mro__])
print(isinstance(animals[2], Loud), issubclass(Dog, Animal), type(animals[1]) is Dog, isinstance(1, (str, int)))
animals[0].sounds.append("shared")
animals[1].count = "own"
print(animals[2].sounds, animals[1].count, Dog.count, vars(animals[1]))
print(Dog.speak(animals[1]), hasattr(animals[0], "breed"), getattr(animals[0], "breed", "no breed"))
setattr(animals[0], "breed", "set")
print(animals[0].breed, Dog.__name__, Dog.__bases__, Dog.__doc__, Dog.__qualname__, Dog.__module__)
del animals[0].breed
try:
    animals[0].breed
except AttributeError as error:
    print(error)
method = animals[1].speak
print(method(), method.__self__ is animals[1], method.__func__ is Dog.speak)


class Empty: ...


print(Empty, type(Empty()).__name__, Empty() == Empty())
