# Attributes and methods of instances, with inheritance.
class Shape:
    def __init__(self, size):
        self.size = size
        self.moves = 0

    def area(self):
        return self.size * self.size

    def move(self):
        self.moves += 1
        return self


class Half(Shape):
    def area(self):
        return super().area() // 2


shapes = [Shape(3), Half(4)]
total = 0
for i in range(250_000):
    total += shapes[i % 2].move().area()
print(total, shapes[0].moves)
