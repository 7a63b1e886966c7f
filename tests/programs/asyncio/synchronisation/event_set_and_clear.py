# set() followed by clear() at once: those who waited are woken all the same.
import asyncio


async def waiter(name, event):
    await event.wait()
    print(name, "goes on; the event is set:", event.is_set())


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter("early", event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.sleep(1)
    print(task.done(), late.done())
    event.set()
    await late


asyncio.run(main())
