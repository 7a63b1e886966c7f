# asyncio.wrap_future: awaiting a future of a thread
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(n)
    if n > 1:
        raise ValueError(n)
    return n


async def main():
    with ThreadPoolExecutor() as pool:
        print(await asyncio.wrap_future(pool.submit(work, 1)))
        try:
            await asyncio.wrap_future(pool.submit(work, 2))
        except ValueError as error:
            print("caught", error)
        print(await asyncio.gather(*[asyncio.wrap_future(pool.submit(work, n / 4)) for n in range(3)]))


asyncio.run(main())
