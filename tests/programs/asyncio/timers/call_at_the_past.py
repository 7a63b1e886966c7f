# A deadline in the past fires in the next turn, and older ones first.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    loop.call_soon(print, "soon")
    loop.call_at(2, print, "at 2")
    loop.call_at(1, print, "at 1")
    loop.call_later(-1, print, "a second ago")
    loop.call_later(0, print, "now")
    await asyncio.sleep(0)
    print("main", loop.time())
    await asyncio.sleep(0)
    print("main again", loop.time())


asyncio.run(main())
