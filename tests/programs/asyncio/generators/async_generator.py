# Async generators: async for pulls values; breaking out leaves the generator to be closed.
import asyncio


async def ticker(n, delay=1):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        print("ticker closed")


async def main():
    loop = asyncio.get_running_loop()
    async for i in ticker(3):
        print(i, loop.time())
    else:
        print("exhausted")
    print([i async for i in ticker(4, 0.5) if i % 2])
    print({i: i * i async for i in ticker(3, 0)})
    squares = (i * i async for i in ticker(3, 0))
    print(await anext(squares), [s async for s in squares])
    agen = ticker(5)
    async for i in agen:
        if i == 1:
            break
    await agen.aclose()
    print("after aclose", await anext(agen, "default"))
    sender = echo()
    await sender.asend(None)
    print(await sender.asend("hello"), await sender.athrow(ValueError("oops")))


async def echo():
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f"caught {error}"


asyncio.run(main())
