# Cancelled before the first step: the body never runs, the coroutine is closed.
import asyncio


async def job():
    print("never printed")
    try:
        pass
    finally:
        print("nor this")


async def main():
    task = asyncio.create_task(job())
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled(), task.get_coro().cr_frame)


asyncio.run(main())
