# A future that nobody will ever complete.
import asyncio


async def main():
    queue = asyncio.Queue()
    consumer = asyncio.create_task(queue.get(), name="consumer")
    await asyncio.sleep(1)
    print("nobody will put anything")
    await consumer


asyncio.run(main())
