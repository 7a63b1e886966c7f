# What comes late but is urgent overtakes.
import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def worker(queue):
    while True:
        job = await queue.get()
        if job.name == "stop":
            return
        print(f"{asyncio.get_running_loop().time()} {job.name}")
        await asyncio.sleep(1)


async def main():
    queue = asyncio.PriorityQueue()
    for n in range(3):
        queue.put_nowait(Job(5, f"ordinary {n}"))
    task = asyncio.create_task(worker(queue))
    await asyncio.sleep(0.5)
    queue.put_nowait(Job(1, "urgent"))
    queue.put_nowait(Job(9, "stop"))
    await task


asyncio.run(main())
