# One done callback raises; the others run all the same, and the task keeps its result.
import asyncio


async def job():
    return "fine"


def good(task):
    print("good", task.result())


def bad(task):
    raise LookupError("in a done callback")


async def main():
    task = asyncio.create_task(job())
    for callback in (good, bad, good):
        task.add_done_callback(callback)
    print(await task)
    await asyncio.sleep(0)


asyncio.run(main())
