# A deadline in the past cancels at the next turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    try:
        async with asyncio.timeout_at(2):
            print("the body begins")
            await asyncio.sleep(0)
            print("never here")
    except TimeoutError:
        print("over at", loop.time())
    try:
        async with asyncio.timeout(-1):
            pass
        print("a body without an await is not caught")
    except TimeoutError:
        print("never here")


asyncio.run(main())
