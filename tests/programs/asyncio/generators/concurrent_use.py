# One asynchronous generator can't be used by two tasks at once.
import asyncio


async def slow():
    for n in range(3):
        await asyncio.sleep(1)
        yield n


async def take(name, generator):
    try:
        print(name, await anext(generator))
    except RuntimeError as error:
        print(name, "RuntimeError:", error)


async def main():
    generator = slow()
    await asyncio.gather(take("a", generator), take("b", generator))
    await take("c", generator)
    await generator.aclose()


asyncio.run(main())
