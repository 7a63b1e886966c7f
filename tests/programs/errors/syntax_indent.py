# An expected indented block.
def f():
print("x")
