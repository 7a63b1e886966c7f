# get_nowait() and put_nowait() don't wait: they raise.
import asyncio


async def main():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    queue.put_nowait("x")
    print(queue.full(), queue.empty(), queue.qsize(), queue.maxsize)
    try:
        queue.put_nowait("y")
    except asyncio.QueueFull as error:
        print(repr(error))
    print(queue.get_nowait())


asyncio.run(main())
