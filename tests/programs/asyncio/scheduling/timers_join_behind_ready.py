# Timers that are due in a turn are queued behind the handles that were ready before.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "timer at 1")
    loop.call_later(2, print, "timer at 2")
    time.sleep(3)
    for n in range(3):
        loop.call_soon(print, "soon", n)
    await asyncio.sleep(0)
    print("main after one turn", loop.time())
    await asyncio.sleep(0)
    print("main after two turns")


asyncio.run(main())
