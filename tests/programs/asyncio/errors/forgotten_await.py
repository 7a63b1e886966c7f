# Without await a coroutine is just an object: using it as a value fails.
import asyncio


async def price(item):
    await asyncio.sleep(1)
    return 10


async def main():
    value = price("tea")
    print(type(value).__name__)
    try:
        print(value + 5)
    except TypeError as error:
        print(error)
    print(await value + 5)


asyncio.run(main())
