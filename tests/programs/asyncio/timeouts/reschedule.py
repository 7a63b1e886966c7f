# reschedule() moves the deadline: later, to never, and back.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            limit.reschedule(loop.time() + 3)
            await asyncio.sleep(2)
            print("still here at", loop.time())
            limit.reschedule(None)
            await asyncio.sleep(10)
            print("still here at", loop.time())
            limit.reschedule(loop.time() + 0.5)
            await asyncio.sleep(10)
    except TimeoutError:
        print("over at", loop.time())
    try:
        limit.reschedule(100)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
