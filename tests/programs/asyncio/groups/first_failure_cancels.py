# The first failure cancels the siblings; the body is cancelled at its await.
import asyncio


async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(f"after {delay}")


async def long(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "is cancelled at", asyncio.get_running_loop().time())
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(long("first"))
            group.create_task(fails(1))
            group.create_task(long("second"))
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("the body is cancelled, requests:", asyncio.current_task().cancelling())
                raise
    except* ValueError as group_error:
        print(group_error.exceptions, asyncio.current_task().cancelling())


asyncio.run(main())
