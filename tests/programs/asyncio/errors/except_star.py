# except* takes a group apart by kinds.
import asyncio


async def fails(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for error in (ValueError(1), KeyError("k"), ValueError(2), OSError(3)):
                group.create_task(fails(error))
    except* ValueError as group_of:
        print("values:", group_of.exceptions)
    except* (KeyError, OSError) as group_of:
        print("others:", group_of.exceptions)


asyncio.run(main())
