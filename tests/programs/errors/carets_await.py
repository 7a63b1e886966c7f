# An exception in a coroutine that is driven by hand
async def inner(x):
    return 10 // x


async def outer(values):
    return sum([await inner(v) for v in values])


def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


print(drive(outer([1, 2, 5])))
drive(outer([1, 0]))
