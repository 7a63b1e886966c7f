# A loop around wait(FIRST_COMPLETED) treats each task as it ends and adds new ones.
import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    jobs = iter([("c", 1), ("d", 3), ("e", 1)])
    pending = {asyncio.create_task(download("a", 2)), asyncio.create_task(download("b", 1))}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in sorted(done, key=lambda task: task.result()):
            print(f"{asyncio.get_running_loop().time()} {task.result()}")
            if job := next(jobs, None):
                pending.add(asyncio.create_task(download(*job)))


asyncio.run(main())
