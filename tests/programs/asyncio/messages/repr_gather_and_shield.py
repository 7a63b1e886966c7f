# What gather() and shield() give back shows itself as a future.
import asyncio


async def job():
    await asyncio.sleep(1)
    return 1


async def main():
    together = asyncio.gather(job(), job())
    print(together)
    await together
    print(together)
    inner = asyncio.create_task(job(), name="inner")
    outer = asyncio.shield(inner)
    print(outer)
    print(inner)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer)
    print(inner)


asyncio.run(main())
