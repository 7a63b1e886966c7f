# A task that swallows every cancellation: cancel() says True each time and nothing ends it.
import asyncio


async def stubborn():
    n = 0
    while n < 5:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            n += 1
            print("no", n)
    return "ended by itself"


async def main():
    task = asyncio.create_task(stubborn())
    while not task.done():
        await asyncio.sleep(1)
        print(asyncio.get_running_loop().time(), task.cancel())
        await asyncio.sleep(0)
    print(await task, task.cancelling())


asyncio.run(main())
