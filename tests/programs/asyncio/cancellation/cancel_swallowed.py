# A task may swallow its cancellation and finish normally; it can be cancelled twice.
import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no,", attempt)
    return "still finished"


async def polite():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError("something else instead")


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(1)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    task = asyncio.create_task(polite())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except RuntimeError as error:
        print("main sees", error, "after", repr(error.__context__))


asyncio.run(main())
