# A task fails while the group already waits at the end of its block.
import asyncio


async def worker(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    print("worker", n, "is done")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in (1, 2, 3):
                group.create_task(worker(n))
            print("end of the body")
    except ExceptionGroup as error:
        print(error, error.exceptions)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
