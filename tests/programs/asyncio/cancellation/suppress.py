# contextlib.suppress around the await of a cancelled task.
import asyncio
import contextlib


async def ticker():
    n = 0
    while True:
        print("tick", n)
        n += 1
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(2.5)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    print("cancelled:", task.cancelled())


asyncio.run(main())
