# Tasks in the background, kept in a set until they are done.
import asyncio

background = set()


async def job(n):
    await asyncio.sleep(n / 10)
    print("job", n)


def start(n):
    task = asyncio.create_task(job(n), name=f"job-{n}")
    background.add(task)
    task.add_done_callback(background.discard)


async def main():
    for n in (3, 1, 2):
        start(n)
    while background:
        print(sorted(task.get_name() for task in background))
        await asyncio.sleep(0.1)
    print("empty")


asyncio.run(main())
