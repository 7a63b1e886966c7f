# A gather of 100_000 tasks.
import asyncio


async def work(i):
    return i


async def main():
    print(sum(await asyncio.gather(*(work(i) for i in range(100_000)))))


asyncio.run(main())
