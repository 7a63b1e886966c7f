# Forgetting await: a coroutine is no number.
import asyncio


async def price():
    await asyncio.sleep(1)
    return 10


async def main():
    total = await price() + price()
    print(total)


asyncio.run(main())
