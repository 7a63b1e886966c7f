# A newcomer does not overtake the one who was woken but has not run yet.
import asyncio


async def worker(name, semaphore):
    async with semaphore:
        print(name, "is in")
        await asyncio.sleep(0)


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, semaphore)) for name in "ab"]
    await asyncio.sleep(0)
    semaphore.release()
    print("locked for newcomers:", semaphore.locked())
    await worker("newcomer", semaphore)
    await asyncio.wait(tasks)


asyncio.run(main())
