# Calling with a wrong number of arguments, and calling what can't be called.
def greet(name, greeting="hello"):
    return f"{greeting} {name}"


try:
    greet()
except TypeError as error:
    print(error)
try:
    "text"()
except TypeError as error:
    print(error)
greet("ann", "hi", "extra")
