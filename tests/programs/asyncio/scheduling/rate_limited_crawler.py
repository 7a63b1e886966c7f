# A crawler: workers, a queue that grows while it is worked on, and a semaphore.
import asyncio

SITE = {"/": ["/a", "/b"], "/a": ["/c", "/b"], "/b": ["/"], "/c": ["/d"], "/d": []}


async def fetch(path, limit):
    async with limit:
        await asyncio.sleep(len(path) / 10)
        return SITE[path]


async def worker(name, queue, seen, limit):
    while True:
        path = await queue.get()
        links = await fetch(path, limit)
        print(f"{asyncio.get_running_loop().time():.1f} {name} {path} -> {links}")
        for link in links:
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)
        queue.task_done()


async def main():
    queue, seen, limit = asyncio.Queue(), {"/"}, asyncio.Semaphore(2)
    queue.put_nowait("/")
    workers = [asyncio.create_task(worker(f"w{i}", queue, seen, limit)) for i in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(seen))


asyncio.run(main())
