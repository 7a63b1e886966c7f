# as_completed gives results in the order in which they are ready.
import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise ConnectionError(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    jobs = [fetch("slow", 3), fetch("fast", 1), fetch("bad", 2)]
    for next_done in asyncio.as_completed(jobs):
        try:
            print(loop.time(), await next_done)
        except ConnectionError as error:
            print(loop.time(), "error", error)
    try:
        for next_done in asyncio.as_completed([fetch("a", 1), fetch("b", 5)], timeout=2):
            print(await next_done)
    except TimeoutError:
        print("timeout at", loop.time())
    tasks = {asyncio.create_task(fetch(n, d)): d for n, d in (("x", 2), ("y", 1))}
    async for task in asyncio.as_completed(tasks):
        print(task.result(), tasks[task])


asyncio.run(main())
