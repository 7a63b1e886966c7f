# The carets of an attribute in a chain of calls
class Builder:
    def __init__(self):
        self.parts = []

    def add(self, part):
        self.parts.append(part)
        return self

    def finish(self):
        self.parts.sort()


print(Builder().add("a").add("b").finish().upper())
