# A timeout inside of a child fails the group with TimeoutError in it.
import asyncio


async def child(limit):
    async with asyncio.timeout(limit):
        await asyncio.sleep(5)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(2))
            group.create_task(child(1))
    except* TimeoutError as error:
        print(len(error.exceptions), repr(error.exceptions[0]), asyncio.get_running_loop().time())


asyncio.run(main())
