# The same three waits one after another, as tasks, and as one gather: times and order.
import asyncio
import time


async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(f"  {name} at {time.perf_counter():.1f}")
    return name


async def main():
    start = time.perf_counter()
    print([await fetch(name, 1) for name in "abc"], time.perf_counter() - start)
    start = time.perf_counter()
    tasks = [asyncio.create_task(fetch(name, 1)) for name in "abc"]
    print([await task for task in tasks], time.perf_counter() - start)
    start = time.perf_counter()
    print(await asyncio.gather(*map(fetch, "abc", (3, 2, 1))), time.perf_counter() - start)


asyncio.run(main())
