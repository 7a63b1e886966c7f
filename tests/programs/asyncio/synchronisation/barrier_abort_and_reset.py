# abort() breaks the barrier for all; reset() sends those who wait away.
import asyncio


async def waiter(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, repr(error))


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(waiter(name, barrier)) for name in "ab"]
    await asyncio.sleep(1)
    await barrier.reset()
    await asyncio.wait(tasks)
    print("after reset:", barrier.broken, barrier.n_waiting)
    tasks = [asyncio.create_task(waiter(name, barrier)) for name in "cd"]
    await asyncio.sleep(1)
    await barrier.abort()
    await waiter("late", barrier)
    await asyncio.wait(tasks)
    print("after abort:", barrier.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
