# A task made in a callback takes its first step in the next turn, behind what was queued there.
import asyncio


async def child(name):
    print("child", name)


def make(loop, name):
    print("make", name)
    loop.create_task(child(name))
    loop.call_soon(print, "after", name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(make, loop, "x")
    loop.call_soon(make, loop, "y")
    await asyncio.sleep(0)
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")


asyncio.run(main())
