# The one who was let in is cancelled before it runs: its place goes to the next.
import asyncio


async def worker(name, semaphore):
    async with semaphore:
        print(name, "is in")


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, semaphore)) for name in "abc"]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    tasks[1].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], semaphore.locked())


asyncio.run(main())
