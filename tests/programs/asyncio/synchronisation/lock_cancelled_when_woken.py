# The waiter is cancelled in the moment in which the lock is passed to it: the next must be woken.
import asyncio


async def worker(name, lock):
    async with lock:
        print(name, "has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(name, lock)) for name in "ab"]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], lock.locked())


asyncio.run(main())
