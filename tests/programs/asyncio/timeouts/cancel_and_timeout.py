# The task is cancelled from outside in the same moment in which its timeout fires.
import asyncio


async def job():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("a time-out")
    except asyncio.CancelledError:
        print("a cancellation, requests:", asyncio.current_task().cancelling())
        raise


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    loop.call_at(1, task.cancel)
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
