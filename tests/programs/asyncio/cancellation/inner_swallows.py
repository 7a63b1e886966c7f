# The inner task swallows the cancellation: the outer one goes on as if nothing had been.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"


async def outer(task):
    value = await task
    print("outer got", value, "requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    return "outer finished"


async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    second.cancel()
    print(await second, asyncio.get_running_loop().time())


asyncio.run(main())
