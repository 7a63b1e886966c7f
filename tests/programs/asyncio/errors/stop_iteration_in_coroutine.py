# StopIteration can't leave a coroutine or a generator.
import asyncio


async def coroutine():
    raise StopIteration(1)


async def generator():
    yield 1
    raise StopAsyncIteration


async def main():
    for awaitable in (coroutine(), anext_twice(generator())):
        try:
            await awaitable
        except RuntimeError as error:
            print(error, "| cause:", repr(error.__cause__))


async def anext_twice(items):
    await anext(items)
    await anext(items)


asyncio.run(main())
