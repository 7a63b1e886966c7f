# Exceptions in a property, in __getattr__ and in a setter
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is too cold")
        self._celsius = value


print(Temperature(20).celsius)
Temperature(-300)
