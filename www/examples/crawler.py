import asyncio

import aiohttp

URLS = [
    "https://example.com/",
    "https://docs.example.com/asyncio",
    "https://api.example.com/users/1",
    "https://httpbin.org/delay/2",
    "https://httpbin.org/status/503",
    "https://blog.example.com/",
]


async def worker(name, session, queue):
    loop = asyncio.get_running_loop()
    while True:
        url = await queue.get()
        began = loop.time()
        try:
            async with session.get(url) as response:
                response.raise_for_status()
                text = await response.text()
                print(f"{name}: {len(text)} characters of {url} after {loop.time() - began:.2f} s")
        except aiohttp.ClientResponseError as error:
            print(f"{name}: {url} says {error.status} {error.message}")
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for url in URLS:
        queue.put_nowait(url)
    async with aiohttp.ClientSession() as session:
        workers = [asyncio.create_task(worker(f"worker {n}", session, queue)) for n in (1, 2, 3)]
        await queue.join()
        for task in workers:
            task.cancel()
    print(f"done after {asyncio.get_running_loop().time():.2f} s")


asyncio.run(main())
