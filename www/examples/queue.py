import asyncio


async def producer(queue):
    for number in range(1, 5):
        await asyncio.sleep(1)
        await queue.put(number)
        print(f"produced {number}")
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print(f"  consuming {item}")
        await asyncio.sleep(1.5)
    print("  nothing left")


async def main():
    queue = asyncio.Queue(maxsize=1)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
