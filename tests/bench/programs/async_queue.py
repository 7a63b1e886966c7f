# Producers and consumers around a bounded queue.
import asyncio


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def consume(queue, seen):
    while True:
        seen.append(await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.Queue(10)
    seen = []
    consumers = [asyncio.create_task(consume(queue, seen)) for _ in range(4)]
    await asyncio.gather(*(produce(queue, 2500) for _ in range(4)))
    await queue.join()
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(len(seen), sum(seen))


asyncio.run(main())
