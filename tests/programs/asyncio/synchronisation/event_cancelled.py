# A cancelled waiter is forgotten by the event.
import asyncio


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(repr(event).rpartition("[")[2])
    event.set()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
