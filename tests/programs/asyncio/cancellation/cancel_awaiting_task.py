# Cancelling a task that awaits another cancels that one first, and the error comes up through it.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner is cancelled")
        raise


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer sees it; inner done:", task.done(), task.cancelled())
        raise


async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    second.cancel()
    print(first.cancelling(), second.cancelling())
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled())


asyncio.run(main())
