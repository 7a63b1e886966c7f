# Waiters get a lock in the order of their coming, one turn after each release.
import asyncio


async def worker(name, lock):
    print(name, "wants")
    async with lock:
        print(name, "has it at", asyncio.get_running_loop().time())
        await asyncio.sleep(1)
    print(name, "is out")


async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(worker(name, lock))


asyncio.run(main())
