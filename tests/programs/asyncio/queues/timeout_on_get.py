# A getter that gives up leaves no trace in the queue.
import asyncio


async def main():
    queue = asyncio.Queue()
    for _ in range(2):
        try:
            async with asyncio.timeout(1):
                await queue.get()
        except TimeoutError:
            print("nothing came by", asyncio.get_running_loop().time())
    print(str(queue))
    queue.put_nowait("now")
    print(await asyncio.wait_for(queue.get(), 1))


asyncio.run(main())
