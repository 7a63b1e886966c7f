# With no time at all only what is done already counts; a coroutine does not even begin.
import asyncio


async def job():
    print("begins")
    return 1


async def main():
    for limit in (0, -1):
        try:
            await asyncio.wait_for(job(), limit)
        except TimeoutError as error:
            print("timed out", repr(error))
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0))


asyncio.run(main())
