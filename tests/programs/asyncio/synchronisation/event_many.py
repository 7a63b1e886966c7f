# set() wakes all who wait, in order; those who come later don't wait at all.
import asyncio


async def waiter(name, event):
    print(name, await event.wait(), asyncio.get_running_loop().time())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(1)
    event.set()
    print("set")
    await waiter("main", event)
    await asyncio.wait(tasks)
    event.clear()
    print(event.is_set())


asyncio.run(main())
