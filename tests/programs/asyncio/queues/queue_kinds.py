# LIFO and priority queues, get_nowait and put_nowait, and their errors.
import asyncio


async def main():
    lifo, priority, small = asyncio.LifoQueue(), asyncio.PriorityQueue(), asyncio.Queue(1)
    for n in (3, 1, 2):
        lifo.put_nowait(n)
        await priority.put((n, f"job {n}"))
    print([lifo.get_nowait() for _ in range(3)])
    print([(await priority.get())[1] for _ in range(3)])
    small.put_nowait("only one")
    for action in (lambda: small.put_nowait("x"), lifo.get_nowait, lambda: [small.task_done(), small.task_done()]):
        try:
            print(action())
        except (asyncio.QueueFull, asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    print(small.maxsize, small.qsize(), small.full(), small.empty())
    try:
        async with asyncio.timeout(1):
            await small.put("waits")
    except TimeoutError:
        print("still full")
    print(await small.get(), small.qsize())


asyncio.run(main())
