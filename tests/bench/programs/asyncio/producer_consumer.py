# A producer and a consumer around a queue of ten places.
import asyncio

N_ITEMS = 40_000


async def produce(queue):
    for i in range(N_ITEMS):
        await queue.put(i)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def main():
    queue = asyncio.Queue(maxsize=10)
    _, total = await asyncio.gather(produce(queue), consume(queue))
    print(total)


asyncio.run(main())
