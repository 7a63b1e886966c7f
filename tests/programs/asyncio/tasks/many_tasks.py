# A thousand tasks, each of which gives way three times.
import asyncio


async def job(n):
    total = n
    for _ in range(3):
        await asyncio.sleep(0)
        total += 1
    return total


async def main():
    tasks = [asyncio.create_task(job(n)) for n in range(1000)]
    print(len(asyncio.all_tasks()))
    results = await asyncio.gather(*tasks)
    print(sum(results), results[:3], results[-1], len(asyncio.all_tasks()))


asyncio.run(main())
