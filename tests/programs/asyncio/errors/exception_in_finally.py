# An exception in the cleanup replaces the cancellation, which stays as its context.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("cleanup failed")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    error = task.exception()
    print(repr(error), repr(error.__context__), task.cancelled())


asyncio.run(main())
