# The clocks agree: loop.time(), time.monotonic(), perf_counter() and time.time() move together.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    start = time.time()
    for delay in (0.25, 0.5, 1):
        await asyncio.sleep(delay)
        print(loop.time(), time.monotonic(), time.perf_counter(), time.time() - start)


asyncio.run(main())
