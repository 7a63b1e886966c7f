# SystemExit of a child leaves everything at once.
import asyncio


async def child():
    await asyncio.sleep(1)
    raise SystemExit(3)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            group.create_task(asyncio.sleep(10))
    finally:
        print("main's finally")


asyncio.run(main())
