# Nobody overtakes: a lock that is free with waiters in line is not given to a newcomer.
import asyncio


async def worker(name, lock, order):
    async with lock:
        order.append(name)


async def main():
    lock = asyncio.Lock()
    order = []
    await lock.acquire()
    waiting = asyncio.create_task(worker("waiting", lock, order))
    await asyncio.sleep(0)
    lock.release()
    newcomer = asyncio.create_task(worker("newcomer", lock, order))
    print("free:", not lock.locked())
    await lock.acquire()
    order.append("main")
    lock.release()
    await asyncio.gather(waiting, newcomer)
    print(order)


asyncio.run(main())
