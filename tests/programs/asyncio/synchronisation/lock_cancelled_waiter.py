# A waiter that is cancelled leaves the line; the next one gets the lock.
import asyncio


async def worker(name, lock):
    try:
        async with lock:
            print(name, "has it")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "is cancelled")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(worker(name, lock)) for name in "abc"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    print(lock.locked(), asyncio.get_running_loop().time())


asyncio.run(main())
