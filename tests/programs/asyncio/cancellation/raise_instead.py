# A task answers a cancellation with another exception; the CancelledError is its context.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError("could not stop cleanly")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except RuntimeError as error:
        print(error, "| context:", repr(error.__context__))
    print(task.cancelled(), repr(task.exception()))


asyncio.run(main())
