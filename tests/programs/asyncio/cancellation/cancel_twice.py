# Two requests before the task runs: one CancelledError, and cancelling() counts both.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        me = asyncio.current_task()
        print("cancelled once, requests:", me.cancelling())
        print("left:", me.uncancel(), me.uncancel(), me.uncancel())
        await asyncio.sleep(1)
        return "finished all the same"


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    print(task.cancel(), task.cancel(), task.cancelling())
    print(await task, task.cancelled())


asyncio.run(main())
