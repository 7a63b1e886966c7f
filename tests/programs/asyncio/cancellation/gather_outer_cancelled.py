# Cancelling the waiting task cancels all children of its gather().
import asyncio


async def job(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("job", n, "is cancelled")
        raise


async def collect():
    await asyncio.gather(*(job(n) for n in (5, 6, 7)))


async def main():
    task = asyncio.create_task(collect())
    await asyncio.sleep(1)
    task.cancel("stop all")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
