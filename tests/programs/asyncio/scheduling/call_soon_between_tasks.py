# Callbacks of call_soon() and first steps of tasks share one queue, in the order of their making.
import asyncio


async def worker(name):
    print("step of", name)


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_task(worker("A"))
    loop.call_soon(print, "callback 1")
    second = loop.create_task(worker("B"))
    loop.call_soon(print, "callback 2")
    print("main goes on first")
    await first
    print("A is done:", first.done(), "B is done:", second.done())
    await second


asyncio.run(main())
