# all_tasks() knows the tasks that are not done; names tell them apart.
import asyncio


async def job(delay):
    await asyncio.sleep(delay)


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    tasks = [asyncio.create_task(job(n), name=f"job-{n}") for n in (1, 2, 3)]
    print(names())
    await asyncio.sleep(1.5)
    print(names())
    tasks[2].cancel()
    print(names())
    await asyncio.sleep(0)
    print(names())
    await asyncio.sleep(1)
    print(names())


asyncio.run(main())
