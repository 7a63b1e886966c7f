# A coroutine that nobody awaits is told of where it is lost.
import asyncio


async def lost(n):
    return n


def helper():
    lost(3)


async def main():
    lost(1)
    coroutine = lost(2)
    del coroutine
    helper()
    [lost(4), lost(5)]
    print("main ends")


asyncio.run(main())
