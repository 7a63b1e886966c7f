# A getter that is cancelled when its item has come passes the wake-up on: nothing is lost.
import asyncio


async def getter(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    first, second = (asyncio.create_task(getter(name, queue)) for name in ("first", "second"))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    await asyncio.wait([first, second])
    print(first.cancelled(), queue.qsize())


asyncio.run(main())
