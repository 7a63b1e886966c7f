# A mistake people make: a class without its colon
class Stack
    def __init__(self):
        self.items = []
