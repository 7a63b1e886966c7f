# "async with barrier" gives the position; properties tell of the state.
import asyncio


async def worker(n, barrier):
    await asyncio.sleep(n)
    async with barrier as position:
        print("worker", n, "position", position, "waiting", barrier.n_waiting)


async def main():
    barrier = asyncio.Barrier(2)
    tasks = [asyncio.create_task(worker(n, barrier)) for n in range(2)]
    await asyncio.sleep(0.5)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.wait(tasks)


asyncio.run(main())
