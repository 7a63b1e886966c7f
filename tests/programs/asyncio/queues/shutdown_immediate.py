# shutdown(immediate=True) drops what is in and ends join().
import asyncio


async def joiner(queue):
    await queue.join()
    print("joined at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(1)
    queue.get_nowait()
    queue.task_done()
    queue.shutdown(immediate=True)
    print(queue.qsize(), queue.empty())
    await task
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print("nothing left")


asyncio.run(main())
