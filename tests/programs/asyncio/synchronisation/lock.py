# A Lock is handed on in the order of asking; a waiter that is cancelled leaves the line.
import asyncio


async def worker(name, lock, hold):
    print(name, "asks")
    async with lock:
        print(name, "has it at", asyncio.get_running_loop().time())
        await asyncio.sleep(hold)
    print(name, "released")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(worker(n, lock, 1)) for n in "abcd"]
    await asyncio.sleep(0.5)
    print(lock.locked())
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
