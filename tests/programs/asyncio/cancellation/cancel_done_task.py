# A task that is done can't be cancelled any more.
import asyncio


async def job():
    return "result"


async def main():
    task = asyncio.create_task(job())
    await task
    print(task.cancel(), task.cancelled(), task.cancelling(), task.result())


asyncio.run(main())
