# A bounded queue makes a fast producer wait for a slow consumer.
import asyncio


async def producer(queue):
    for i in range(5):
        await queue.put(i)
        print(f"{asyncio.get_running_loop().time():.1f} put {i}, size {queue.qsize()}")
    await queue.put(None)
    print("producer done")


async def consumer(queue):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(1)
        print(f"{asyncio.get_running_loop().time():.1f} consumed {item}, full {queue.full()}")
    print("consumer done, empty", queue.empty())


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
