# Errors stand in the group in the order in which they happened, the body's last.
import asyncio


async def fails(delay, error):
    try:
        await asyncio.sleep(delay)
    finally:
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(3, ValueError("slow")))
            group.create_task(fails(1, KeyError("fast")))
            group.create_task(fails(2, OSError("middle")))
            raise LookupError("body")
    except BaseExceptionGroup as error:
        print(error.message)
        for each in error.exceptions:
            print("  ", repr(each))


asyncio.run(main())
