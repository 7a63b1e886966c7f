# A deadline counts from the moment of waiting, not from that of planning.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    nap = asyncio.sleep(1)
    time.sleep(2)
    print("made at 0, awaited at", loop.time())
    await nap
    print("woke at", loop.time())
    task = asyncio.create_task(asyncio.sleep(1))
    time.sleep(2)
    await task
    print("a task's sleep begins with its first step:", loop.time())


asyncio.run(main())
