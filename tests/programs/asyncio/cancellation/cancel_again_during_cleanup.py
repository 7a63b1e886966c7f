# A second cancellation arrives while the first one's cleanup waits.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("cleanup begins")
            await asyncio.sleep(5)
            print("cleanup ends")
        except asyncio.CancelledError:
            print("cleanup was cancelled at", asyncio.get_running_loop().time())
            raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
