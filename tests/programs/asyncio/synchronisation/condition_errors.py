# A condition is waited for and notified by who holds its lock.
import asyncio


async def main():
    condition = asyncio.Condition()
    for name, call in (("notify", condition.notify), ("notify_all", condition.notify_all)):
        try:
            call()
        except RuntimeError as error:
            print(name, error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print("wait", error)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())
        try:
            async with asyncio.timeout(1):
                await shared.wait()
        except TimeoutError:
            print("timed out with the lock held:", lock.locked())


asyncio.run(main())
