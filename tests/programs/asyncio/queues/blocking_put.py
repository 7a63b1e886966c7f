# With maxsize, put() waits for room; getters and putters take turns.
import asyncio


async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print("put", n, "size", queue.qsize())


async def consumer(queue):
    for _ in range(5):
        await asyncio.sleep(1)
        print("got", await queue.get(), "at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
