# A group that is cancelled from outside passes the cancellation on; no group of errors comes out.
import asyncio


async def child(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("child", n, "ends")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(1))
        group.create_task(child(2))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel("from outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())


asyncio.run(main())
