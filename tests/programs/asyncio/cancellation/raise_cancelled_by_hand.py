# A coroutine that raises CancelledError itself makes a cancelled task.
import asyncio


async def job():
    raise asyncio.CancelledError("by hand")


async def main():
    task = asyncio.create_task(job())
    results = await asyncio.gather(task, return_exceptions=True)
    print(results, task.cancelled(), task.cancelling())
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print("exception() raises", repr(error))


asyncio.run(main())
