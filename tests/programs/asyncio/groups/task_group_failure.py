# The first failure cancels the siblings and the body; errors come out as one group.
import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def survive(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled at", asyncio.get_running_loop().time())
        raise


async def fails_while_cancelled():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("during cleanup")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(survive("sibling"))
            tg.create_task(fail(1, ValueError("first")))
            tg.create_task(fails_while_cancelled())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("body cancelled")
                raise
    except* ValueError as group:
        print("values:", group.exceptions)
    except* KeyError as group:
        print("keys:", group.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(survive("other"))
            await asyncio.sleep(0)
            raise RuntimeError("from the body")
    except ExceptionGroup as group:
        print(repr(group), group.message)


asyncio.run(main())
