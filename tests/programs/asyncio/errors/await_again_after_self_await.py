# A task that has awaited itself is refused; after that, nobody else can await it either while it is pending.
import asyncio


async def selfish():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print("first:", str(error).partition(":")[0])
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(selfish())
    await asyncio.sleep(0.5)
    try:
        await task
    except RuntimeError as error:
        print("second:", error)
    await asyncio.sleep(1)
    print(await task)


asyncio.run(main())
