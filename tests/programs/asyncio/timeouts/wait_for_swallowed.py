# The task swallows the cancellation and returns: wait_for() returns that value.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "made it after all"


async def main():
    print(await asyncio.wait_for(asyncio.create_task(job()), 1))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
