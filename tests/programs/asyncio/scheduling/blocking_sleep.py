# time.sleep blocks the whole loop: every other task is late.
import asyncio
import time


async def heartbeat():
    for _ in range(5):
        print(f"{time.monotonic():.1f} beat")
        await asyncio.sleep(1)


async def rude():
    await asyncio.sleep(0.5)
    print(f"{time.monotonic():.1f} blocking")
    time.sleep(2.7)
    print(f"{time.monotonic():.1f} unblocked")


async def main():
    await asyncio.gather(heartbeat(), rude())


asyncio.run(main())
