# An exception in a callback is reported and does not stop the loop.
import asyncio


def bad(n):
    print("bad", n)
    return 1 // n


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, 0)
    loop.call_soon(bad, 1)
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
