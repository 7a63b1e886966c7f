# Ten thousand tasks at once, with a hundred different deadlines.
import asyncio


async def worker(i):
    await asyncio.sleep((i % 100) / 10_000)
    return i


async def main():
    print(sum(await asyncio.gather(*(worker(i) for i in range(10_000)))))


asyncio.run(main())
