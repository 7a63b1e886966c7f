# A mistake people make: a def without its colon
def greet(name)
    return f"hi {name}"


print(greet("Ada"))
