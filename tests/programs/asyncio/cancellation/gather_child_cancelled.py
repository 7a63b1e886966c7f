# A cancelled child makes gather() raise CancelledError; with return_exceptions it is a result.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(1.5, tasks[1].cancel, "the second")
    print(await asyncio.gather(*tasks, return_exceptions=True))
    tasks = [asyncio.create_task(job(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(1.5, tasks[1].cancel, "the second")
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError as error:
        print(repr(error), [task.done() for task in tasks], asyncio.get_running_loop().time())
    print(await tasks[2])


asyncio.run(main())
