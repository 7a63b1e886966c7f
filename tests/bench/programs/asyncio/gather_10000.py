# A gather of 10_000 tasks.
import asyncio


async def work(i):
    return i


async def main():
    print(sum(await asyncio.gather(*(work(i) for i in range(10_000)))))


asyncio.run(main())
