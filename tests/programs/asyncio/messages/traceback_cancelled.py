# A task's cancellation that its awaiter does not catch.
import asyncio


async def job():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(1)
    task.cancel("enough")
    await task


asyncio.run(main())
