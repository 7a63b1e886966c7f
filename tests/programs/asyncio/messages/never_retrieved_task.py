# The exception of a task that nobody asks for is reported when the task goes.
import asyncio


async def fails(n):
    raise ValueError(n)


async def main():
    asyncio.create_task(fails(1))
    await asyncio.sleep(0.1)
    print("after the first")
    task = asyncio.create_task(fails(2), name="second")
    await asyncio.sleep(0.1)
    print("before the second goes")
    del task
    print("after the second")


asyncio.run(main())
