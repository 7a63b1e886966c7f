# A done callback registered before the await runs before the awaiting task, one after it, after.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("registered before"))

    async def waiter():
        await future
        print("waiter goes on")

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("registered after"))
    future.set_result(None)
    await task


asyncio.run(main())
