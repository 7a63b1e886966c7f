# The shielded work fails after nobody waits any more.
import asyncio


async def work():
    await asyncio.sleep(2)
    raise ValueError("too late to be heard")


async def main():
    task = asyncio.create_task(work())
    waiter = asyncio.create_task(asyncio.wait_for(asyncio.shield(task), 1))
    await asyncio.wait([waiter])
    print(repr(waiter.exception()))
    await asyncio.sleep(5)
    print(repr(task.exception()))


asyncio.run(main())
