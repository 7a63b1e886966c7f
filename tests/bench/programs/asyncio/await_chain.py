# A chain of five awaits, with a turn of the event loop at its end.
import asyncio


async def fifth(i):
    await asyncio.sleep(0)
    return i


async def fourth(i):
    return await fifth(i)


async def third(i):
    return await fourth(i)


async def second(i):
    return await third(i)


async def first(i):
    return await second(i)


async def main():
    total = 0
    for i in range(20_000):
        total += await first(i)
    print(total)


asyncio.run(main())
