# Three thousand tasks that fail, gathered, and as many that a group cancels: as much work for each as for a few.
import asyncio

N = 3000


async def fail(i):
    await asyncio.sleep(1)
    raise ValueError(i)


async def wait():
    await asyncio.sleep(1)


async def main():
    found = await asyncio.gather(*(fail(i) for i in range(N)), return_exceptions=True)
    print(len(found), repr(found[-1]))
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(N):
                group.create_task(wait())
            await asyncio.sleep(0)
            raise ValueError("enough")
    except* ValueError as error:
        print(error.exceptions)


asyncio.run(main())
