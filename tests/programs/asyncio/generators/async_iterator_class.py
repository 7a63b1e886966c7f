# A class with __aiter__ and __anext__; anext() with a default.
import asyncio


class Ticker:
    def __init__(self, delay, n):
        self.delay, self.left = delay, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(self.delay)
        return asyncio.get_running_loop().time()


async def main():
    print([tick async for tick in Ticker(0.5, 3)])
    ticker = aiter(Ticker(1, 1))
    print(await anext(ticker), await anext(ticker, "no more"))
    try:
        await anext(ticker)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    for wrong in (5, [1]):
        try:
            async for _ in wrong:
                pass
        except TypeError as error:
            print(error)


asyncio.run(main())
