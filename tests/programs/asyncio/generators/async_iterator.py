# A class with __aiter__ and __anext__, and awaiting any object with __await__.
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(self.n)
        self.n -= 1
        return self.n


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return self.value


async def main():
    async for n in Countdown(3):
        print(n, asyncio.get_running_loop().time())
    print(await Later("value"))
    print(await asyncio.gather(Later(1), Later(2)))
    try:
        async for n in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    for thing in (5, None):
        try:
            await thing
        except TypeError as error:
            print(error)


asyncio.run(main())
