# Cancelling a bare future cancels who waits for it, without any request.
import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error), "requests:", asyncio.current_task().cancelling())
        return "survived"


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print(future.cancel("because"), future.cancel("twice"))
    print(await task, future.cancelled())


asyncio.run(main())
