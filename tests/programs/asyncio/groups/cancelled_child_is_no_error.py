# A child that is cancelled by somebody is no failure of the group.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n, "ends")


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child(2))
        group.create_task(child(3))
        await asyncio.sleep(1)
        print(first.cancel())
    print(first.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
