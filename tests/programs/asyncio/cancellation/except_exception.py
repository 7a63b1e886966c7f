# "except Exception" does not catch a cancellation, "except BaseException" does.
import asyncio


async def careful():
    try:
        await asyncio.sleep(10)
    except Exception:
        print("never here")


async def greedy():
    try:
        await asyncio.sleep(10)
    except BaseException as error:
        print("greedy caught", repr(error))


async def main():
    tasks = [asyncio.create_task(careful()), asyncio.create_task(greedy())]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks])
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__)


asyncio.run(main())
