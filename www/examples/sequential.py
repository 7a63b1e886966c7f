import asyncio
import time


async def brew(drink, minutes):
    await asyncio.sleep(minutes)
    print(f"{drink} is ready")


async def one_after_another():
    await brew("tea", 3)
    await brew("coffee", 2)


async def both_at_once():
    await asyncio.gather(brew("tea", 3), brew("coffee", 2))


for plan in (one_after_another, both_at_once):
    start = time.monotonic()
    asyncio.run(plan())
    print(f"{plan.__name__} took {time.monotonic() - start:.0f}")
