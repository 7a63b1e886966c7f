# Tasks made and awaited one by one.
import asyncio


async def work(i):
    return i


async def main():
    total = 0
    for i in range(20_000):
        total += await asyncio.create_task(work(i))
    print(total)


asyncio.run(main())
