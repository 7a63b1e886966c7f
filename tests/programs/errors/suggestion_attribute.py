# Did you mean: attributes of instances, also private ones
class Robot:
    def __init__(self):
        self.position = 0
        self._speed = 1

    def move_forward(self):
        self.position += self._speed


robot = Robot()
robot.move_forward()
print(robot.position)
robot.move_foward()
