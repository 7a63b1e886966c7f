# Cancelled from outside while a child fails during its cancellation: the errors win.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while being cancelled")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except* ValueError as error:
        print(error.exceptions, "requests:", asyncio.current_task().cancelling())
    print("the cancellation comes at the next await")
    await asyncio.sleep(1)
    print("never here")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
