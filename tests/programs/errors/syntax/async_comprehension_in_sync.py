# A mistake people make: an asynchronous comprehension in an ordinary function
def collect(source):
    return [item async for item in source]
