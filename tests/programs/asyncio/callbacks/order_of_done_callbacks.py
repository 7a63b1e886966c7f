# Done callbacks run in order of registration, one turn after the end, each as a handle of its own.
import asyncio


async def job():
    print("job ends")
    return 7


async def main():
    task = asyncio.create_task(job())
    for n in range(3):
        task.add_done_callback(lambda task, n=n: print("callback", n, task.result()))
    await asyncio.sleep(0)
    print("the job has ended:", task.done())
    await asyncio.sleep(0)
    print("and its callbacks have run")
    task.add_done_callback(lambda task: print("late callback"))
    print("a late one is only queued")
    await asyncio.sleep(0)


asyncio.run(main())
