# 100,000 tasks that wait, all at once: what they take of memory when the first line is printed.
import asyncio

N_TASKS = 100_000


async def wait_for(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait_for(event)) for _ in range(N_TASKS)]
    await asyncio.sleep(0)
    print(len(tasks), "tasks wait")
    event.set()
    for task in tasks:
        await task


asyncio.run(main())
