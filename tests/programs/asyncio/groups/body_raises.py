# An exception of the body cancels the children; it comes out in a group.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child is cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(1)
            raise RuntimeError("in the body")
    except RuntimeError:
        print("not here")
    except ExceptionGroup as error:
        print(repr(error))


asyncio.run(main())
