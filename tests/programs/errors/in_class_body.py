# An error while a class is being defined.
class Broken:
    limit = 10
    factor = limit / 0

    def method(self):
        pass
