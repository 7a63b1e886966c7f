# An unhandled group: both errors with their own tracebacks.
import asyncio


async def fails(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(1, ValueError("first")))
        group.create_task(fails(1, KeyError("second")))
        group.create_task(fails(2, OSError("never")))


asyncio.run(main())
