# A task cancels itself: nothing happens until its next await.
import asyncio


async def before_await():
    asyncio.current_task().cancel()
    print("still running")
    await asyncio.sleep(0)
    print("never printed")


async def without_await():
    asyncio.current_task().cancel()
    return "returns before anything can be thrown"


async def undone():
    me = asyncio.current_task()
    me.cancel()
    print("left:", me.uncancel())
    await asyncio.sleep(0)
    return "uncancelled"


async def main():
    tasks = [asyncio.create_task(f()) for f in (before_await, without_await, undone)]
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], tasks[2].result())


asyncio.run(main())
