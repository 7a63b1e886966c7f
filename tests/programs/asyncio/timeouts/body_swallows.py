# The body swallows the cancellation: the block ends normally, expired() still says so.
import asyncio


async def main():
    async with asyncio.timeout(1) as limit:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("swallowed at", asyncio.get_running_loop().time())
    print("expired:", limit.expired(), "requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print("and on")


asyncio.run(main())
