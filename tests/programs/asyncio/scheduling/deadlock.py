# Two tasks each hold one lock and want the other's: nothing can ever happen again.
import asyncio


async def worker(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(1)
        print(name, "wants the second")
        async with second:
            print(name, "never gets here")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(worker("left", a, b), worker("right", b, a))


asyncio.run(main())
