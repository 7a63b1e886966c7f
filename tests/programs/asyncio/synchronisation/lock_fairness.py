# Between release and the waiter's run nobody can jump the queue, not even the releaser.
import asyncio


async def greedy(lock):
    for i in range(3):
        await lock.acquire()
        print("greedy", i)
        await asyncio.sleep(0)
        lock.release()


async def patient(lock):
    async with lock:
        print("patient")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), patient(lock), patient(lock))


asyncio.run(main())
