# An Event wakes all who wait for it, in the order in which they came.
import asyncio


async def waiter(name, event):
    print(name, "waits", event.is_set())
    print(name, "got", await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "abc"]
    await asyncio.sleep(1)
    print("set")
    event.set()
    event.set()
    print("set() itself runs nobody")
    await asyncio.gather(*tasks)
    print(await event.wait(), "at once when set")
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await late
    print(event.is_set())


asyncio.run(main())
