# Cancellation is thrown in at the await, at the task's next step.
import asyncio


async def work():
    try:
        print("working")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("told to stop:", error)
        await asyncio.sleep(0.5)
        print("stopped cleanly")
        raise
    finally:
        print("finally")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work(), name="worker")
    await asyncio.sleep(1)
    task.cancel("enough")
    print("requested", task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", repr(error), "at", loop.time())
    try:
        task.result()
    except asyncio.CancelledError as error:
        print("result raises", repr(error))


asyncio.run(main())
