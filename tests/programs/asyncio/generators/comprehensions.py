# Asynchronous comprehensions wait at each item, one after the other.
import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def double(n):
    await asyncio.sleep(0.5)
    return 2 * n


async def main():
    loop = asyncio.get_running_loop()
    print([i async for i in numbers(3) if i != 1], loop.time())
    print({i: await double(i) for i in range(2)}, loop.time())
    print({await double(i) async for i in numbers(2)}, loop.time())
    lazy = (i * i async for i in numbers(3))
    print(type(lazy).__name__, [i async for i in lazy], loop.time())
    print([[i async for i in numbers(n)] for n in (1, 2)], loop.time())


asyncio.run(main())
