# A mistake people make: return of a value in an asynchronous generator
async def numbers():
    yield 1
    return 2
