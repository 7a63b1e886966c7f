# An ExceptionGroup that nobody handles prints as a tree.
import asyncio


async def fail(n):
    await asyncio.sleep(1)
    raise ValueError(n)


async def main():
    async with asyncio.TaskGroup() as tg:
        for n in range(2):
            tg.create_task(fail(n))


asyncio.run(main())
