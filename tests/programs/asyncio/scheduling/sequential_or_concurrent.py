# Awaiting one after the other takes the sum of the times; tasks take the longest.
import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(f"{time.monotonic():.1f}", what)


async def main():
    started = time.monotonic()
    await say_after(1, "hello")
    await say_after(2, "world")
    print("one after the other:", time.monotonic() - started)

    started = time.monotonic()
    first = asyncio.create_task(say_after(1, "hello"))
    second = asyncio.create_task(say_after(2, "world"))
    await first
    await second
    print("as tasks:", time.monotonic() - started)


asyncio.run(main())
