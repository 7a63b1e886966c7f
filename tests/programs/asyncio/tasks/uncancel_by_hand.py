# uncancel() takes a request back; below zero it does not go.
import asyncio


async def job():
    me = asyncio.current_task()
    for n in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("requests", me.cancelling(), "left", me.uncancel())
    return "done"


async def main():
    task = asyncio.create_task(job())
    for _ in range(3):
        await asyncio.sleep(1)
        task.cancel()
    print(await task, task.cancelling(), task.uncancel())


asyncio.run(main())
