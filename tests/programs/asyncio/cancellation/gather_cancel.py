# Cancelling a gather cancels its children; a cancelled child counts as an exception.
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    group = asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(1)
    print(group.cancel("stop it"))
    try:
        await group
    except asyncio.CancelledError as error:
        print("gather cancelled", error.args, group.cancelled())

    child = asyncio.create_task(work("c"))
    group = asyncio.gather(child, asyncio.sleep(2, "d"), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel()
    print(await group)


asyncio.run(main())
