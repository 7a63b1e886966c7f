# A traceback holds the variables of its frames: what they refer to ends with the exception, not with the frame.
import asyncio
import contextlib


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


async def fails(what):
    raise ValueError(what)


async def numbers(name):
    try:
        for number in range(3):
            yield number
    finally:
        print("closing", name)


async def leaves(name):
    noisy = Noisy(name)
    items = numbers(name)
    await anext(items)
    task = asyncio.create_task(fails(name))
    await asyncio.sleep(0)
    raise KeyError(name)


@contextlib.asynccontextmanager
async def managed():
    group = asyncio.gather(fails("in a group"))
    yield group.done()


async def main():
    try:
        await leaves("first")
    except KeyError as error:
        print("caught", error)
        await asyncio.sleep(0)
        print("still caught")
    print("after the handler")
    await asyncio.sleep(0)
    kept = None
    try:
        await leaves("second")
    except KeyError as error:
        kept = error
    print("kept")
    await asyncio.sleep(0)
    kept.__traceback__ = None
    print("without traceback")
    await asyncio.sleep(0)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(1), managed() as is_done:
            print("inside", is_done)
            await asyncio.sleep(2)
    print("timed out")
    await leaves("third")


asyncio.run(main())
