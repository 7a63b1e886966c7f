# As an asynchronous iterator it gives back the tasks that it was given.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n * 10


async def main():
    tasks = {asyncio.create_task(job(n)): f"job {n}" for n in (3, 1, 2)}
    async for task in asyncio.as_completed(tasks):
        print(tasks[task], task.result(), asyncio.get_running_loop().time())
    async for task in asyncio.as_completed([job(1)]):
        print(type(task).__name__, await task)


asyncio.run(main())
