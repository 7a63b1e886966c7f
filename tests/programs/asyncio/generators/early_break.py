# Leaving a loop early does not close the generator at once; aclosing() does.
import asyncio
from contextlib import aclosing


async def lines(name):
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        print("closing", name)


async def main():
    async with aclosing(lines("with aclosing")) as generator:
        async for n in generator:
            if n == 2:
                break
    print("after the block")
    generator = lines("without")
    async for n in generator:
        if n == 2:
            break
    print("after the loop")
    await asyncio.sleep(0)
    print("still open until the end or until it is dropped")
    del generator
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
