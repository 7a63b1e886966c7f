# RecursionError from a __repr__ that calls itself
class Node:
    def __init__(self, child=None):
        self.child = child

    def __repr__(self):
        return f"Node({self.child!r})"


node = Node()
print(node)
node.child = node
try:
    repr(node)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])
raise ValueError("done")
