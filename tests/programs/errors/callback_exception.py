# An exception in a callback is reported and the loop goes on.
import asyncio


def callback(n):
    print("callback", n)
    return 1 / n


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, 0)
    loop.call_later(1, callback, 1)
    await asyncio.sleep(2)
    print("the loop went on")


asyncio.run(main())
