# A task group and a timeout in their states.
import asyncio


async def job():
    await asyncio.sleep(1)


async def main():
    group = asyncio.TaskGroup()
    print(group)
    async with group:
        print(group)
        group.create_task(job())
        group.create_task(job())
        print(group)
    print(group)
    limit = asyncio.timeout(5)
    print(limit)
    async with limit:
        print(limit)
        limit.reschedule(None)
        print(limit)
        limit.reschedule(7.123456)
        print(limit)
    print(limit)
    try:
        async with asyncio.timeout(0) as limit:
            try:
                await asyncio.sleep(1)
            finally:
                print(limit)
    except TimeoutError:
        print(limit)


asyncio.run(main())
