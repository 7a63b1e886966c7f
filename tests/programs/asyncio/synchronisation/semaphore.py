# A Semaphore lets only so many in at once.
import asyncio


async def job(i, semaphore):
    async with semaphore:
        print(f"{asyncio.get_running_loop().time()}: job {i} runs")
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(job(i, semaphore) for i in range(5)))
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
