# ensure_future() makes tasks of coroutines and awaitables, and leaves futures alone.
import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "awaited"


async def coroutine():
    return "coroutine"


async def main():
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    task = asyncio.ensure_future(coroutine())
    print(type(task).__name__, asyncio.ensure_future(task) is task, await task)
    print(await asyncio.ensure_future(Awaitable()))
    try:
        asyncio.ensure_future(42)
    except TypeError as error:
        print(error)


asyncio.run(main())
