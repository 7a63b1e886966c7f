# Cancelling a task cancels what it waits for: the task it awaits, down to the future.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled; inner done:", task.done(), "cancelled:", task.cancelled())
        raise


async def main():
    inner_task = asyncio.create_task(inner())
    outer_task = asyncio.create_task(outer(inner_task))
    await asyncio.sleep(1)
    outer_task.cancel()
    print("requested; inner cancelling:", inner_task.cancelling())
    await asyncio.wait([outer_task])
    print(outer_task.cancelled(), inner_task.cancelled())


asyncio.run(main())
