# A task cancelled before its first step never runs a line of its body.
import asyncio


async def never():
    print("this is not printed")
    try:
        await asyncio.sleep(1)
    finally:
        print("neither is this")


async def main():
    task = asyncio.create_task(never())
    print(task.cancel(), task.cancelling(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled(), task.done(), task.cancel())


asyncio.run(main())
