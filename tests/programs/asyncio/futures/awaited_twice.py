# A coroutine object runs once.
import asyncio


async def job():
    await asyncio.sleep(0)
    return 1


async def main():
    coroutine = job()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine = job()
    first = asyncio.create_task(coroutine)
    second = asyncio.create_task(coroutine)
    print(await asyncio.gather(first, second, return_exceptions=True))


asyncio.run(main())
