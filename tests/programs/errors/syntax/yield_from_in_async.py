# A mistake people make: yield from in a coroutine
async def relay(source):
    yield from source
