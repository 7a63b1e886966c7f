# `athrow()` into an asynchronous generator that has ended does nothing; `asend()` raises `StopAsyncIteration`.
import asyncio


async def empty():
    for number in ():
        yield number


async def main():
    items = empty()
    print(await anext(items, "none"))
    print(await items.athrow(ValueError("lost")))
    print(await items.aclose())
    try:
        await items.asend(1)
    except StopAsyncIteration as error:
        print(repr(error))


asyncio.run(main())
