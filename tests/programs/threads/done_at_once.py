# A function that does not block has ended before its future is there: nobody waits, and no turn passes.
import asyncio
from concurrent.futures import ThreadPoolExecutor


def add(a, b):
    return a + b


async def other():
    print("other runs")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(other())
    print(await asyncio.to_thread(add, 1, 2))
    print(await loop.run_in_executor(None, add, 3, 4))
    with ThreadPoolExecutor(1) as pool:
        future = loop.run_in_executor(pool, add, 5, 6)
        print(future.done(), await future)
    print("main has not waited")
    await task
    nested = asyncio.create_task(asyncio.to_thread(asyncio.run, other()))
    await nested
    await asyncio.gather(*[asyncio.to_thread(print, n) for n in range(12)])


asyncio.run(main())
