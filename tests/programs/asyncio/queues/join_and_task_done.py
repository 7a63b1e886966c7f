# join() waits until every item that was put is marked as done.
import asyncio


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print(f"{asyncio.get_running_loop().time():.1f} {name} has slept {seconds}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for n in (3, 1, 2, 2):
        queue.put_nowait(n / 10)
    workers = [asyncio.create_task(worker(f"worker-{n}", queue)) for n in range(2)]
    await queue.join()
    print(f"{asyncio.get_running_loop().time():.1f} all done")
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
