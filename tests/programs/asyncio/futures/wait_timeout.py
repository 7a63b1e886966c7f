# wait() with a timeout raises nothing and cancels nothing.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print(len(done), len(pending), any(task.cancelled() for task in tasks))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(task.result() for task in done), pending)


asyncio.run(main())
