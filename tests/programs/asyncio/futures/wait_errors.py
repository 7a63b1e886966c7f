# What wait() does not take.
import asyncio


async def job():
    pass


async def main():
    coroutine = job()
    task = asyncio.create_task(job())
    for things in ([], task, coroutine, [coroutine], 5):
        try:
            await asyncio.wait(things)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        await asyncio.wait([task], return_when="SOON")
    except ValueError as error:
        print(error)
    coroutine.close()
    await task


asyncio.run(main())
