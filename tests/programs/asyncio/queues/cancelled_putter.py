# A putter that is cancelled leaves the line.
import asyncio


async def putter(item, queue):
    await queue.put(item)
    print("put", item)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = [asyncio.create_task(putter(n, queue)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    for _ in range(3):
        print("got", await queue.get())
        await asyncio.sleep(0)
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks])


asyncio.run(main())
