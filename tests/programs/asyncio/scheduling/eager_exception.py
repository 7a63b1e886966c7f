# An eager task that fails at once is a failed task, not a failed create_task().
import asyncio


async def fails():
    raise ValueError("at once")


async def main():
    task = asyncio.create_task(fails(), eager_start=True)
    print("done:", task.done(), repr(task.exception()))
    try:
        await task
    except ValueError as error:
        print("awaited:", error)


asyncio.run(main())
