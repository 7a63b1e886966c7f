# The traceback of an exception shows each coroutine that it passed.
import asyncio


async def leaf():
    await asyncio.sleep(1)
    raise ZeroDivisionError("at the leaf")


async def branch():
    return await leaf()


async def trunk():
    task = asyncio.create_task(branch())
    return await task


async def main():
    await asyncio.gather(trunk(), asyncio.sleep(5))


asyncio.run(main())
