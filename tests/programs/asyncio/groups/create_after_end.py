# Tasks can be added while the group waits, not before it begins nor after it ends.
import asyncio


async def child(group, depth):
    print("child", depth)
    await asyncio.sleep(1)
    if depth:
        group.create_task(child(group, depth - 1))


async def nothing():
    pass


async def main():
    group = asyncio.TaskGroup()
    try:
        group.create_task(nothing())
    except RuntimeError as error:
        print(str(error))
    async with group:
        group.create_task(child(group, 2))
    print("at", asyncio.get_running_loop().time())
    try:
        group.create_task(nothing())
    except RuntimeError as error:
        print(str(error))
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(str(error))


asyncio.run(main())
