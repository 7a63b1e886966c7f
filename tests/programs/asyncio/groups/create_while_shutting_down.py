# A child that is being cancelled can't add tasks any more.
import asyncio


async def fails():
    raise ValueError("first")


async def adds(group):
    try:
        await asyncio.sleep(10)
    finally:
        try:
            group.create_task(asyncio.sleep(0))
        except RuntimeError as error:
            print(str(error))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(adds(group))
            group.create_task(fails())
    except* ValueError:
        print("over")


asyncio.run(main())
