# A callback that sets the result of a future wakes the task that waits for it.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, "from the timer")
    print("waiting at", loop.time())
    print(await future, "at", loop.time())


asyncio.run(main())
