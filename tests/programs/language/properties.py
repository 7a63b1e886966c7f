# Properties, static and class methods, __slots__, private names, __getattr__ and __setattr__.
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = value

    @property
    def fahrenheit(self):
        """Degrees Fahrenheit."""
        return self._celsius * 9 / 5 + 32

    @classmethod
    def freezing(cls):
        return cls(0)

    @staticmethod
    def scale():
        return "C"


t = Temperature.freezing()
t.celsius = 25
print(t.celsius, t.fahrenheit, Temperature.scale(), t.scale(), Temperature.fahrenheit.__doc__)
for action in (lambda: Temperature(-300), lambda: setattr(t, "fahrenheit", 1), lambda: delattr(t, "celsius")):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Point:
    __slots__ = ("x", "__hidden")

    def __init__(self):
        self.x = 1
        self.__hidden = 2


p = Point()
print(p.x, p._Point__hidden)
try:
    p.y = 3
except AttributeError as error:
    print(error)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        print("get", name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)


proxy = Proxy([3, 1])
proxy.append(2)
proxy.note = "x"
print(proxy.target, proxy.note, proxy.__len__())
