# A coroutine function as a callback: the loop calls it and drops what it returns, which is told where it happens.
import asyncio


async def tick():
    print("never printed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(tick)
    loop.call_later(1, tick)
    future = loop.create_future()
    future.add_done_callback(lambda future: tick())
    future.set_result(None)
    await asyncio.sleep(2)
    print("main ends")


asyncio.run(main())
