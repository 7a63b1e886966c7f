# A timeout that nobody handles: TimeoutError, caused by a CancelledError.
import asyncio


async def main():
    await asyncio.wait_for(asyncio.sleep(10), timeout=1)


asyncio.run(main())
