# A loop that only looks at the clock ends too: the clock moves on by itself.
import asyncio
import time


async def main():
    began = time.time()
    while time.time() - began < 0.5:
        pass
    print(f"{time.time() - began:.1f}")


asyncio.run(main())
