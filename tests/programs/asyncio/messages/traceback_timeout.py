# A time-out that nobody catches: the cancellation is its cause.
import asyncio


async def slow():
    await asyncio.sleep(10)


async def main():
    async with asyncio.timeout(1):
        await slow()


asyncio.run(main())
