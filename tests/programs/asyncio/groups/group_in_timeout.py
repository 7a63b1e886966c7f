# A timeout around a group: the children are cancelled, TimeoutError comes out, not a group.
import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        print("child", n, "is done")
    except asyncio.CancelledError:
        print("child", n, "is cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(2.5):
            async with asyncio.TaskGroup() as group:
                for n in (1, 2, 3, 4):
                    group.create_task(child(n))
    except TimeoutError:
        print("timed out at", asyncio.get_running_loop().time())


asyncio.run(main())
