# sleep(0) is one turn; a sleep of a nanosecond moves the clock and comes after all that is ready.
import asyncio


async def zero(name):
    for n in range(3):
        await asyncio.sleep(0)
        print(name, n, asyncio.get_running_loop().time())


async def tiny():
    await asyncio.sleep(1e-9)
    print("tiny", asyncio.get_running_loop().time())


async def negative():
    await asyncio.sleep(-5)
    print("negative", asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(tiny(), zero("zero"), negative())


asyncio.run(main())
