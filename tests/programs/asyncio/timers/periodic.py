# A periodic callback drifts with call_later() and does not with call_at().
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()

    def later(left):
        print(f"later {loop.time():.2f}")
        time.sleep(0.1)
        if left:
            loop.call_later(1, later, left - 1)

    def at(when, left):
        print(f"at {loop.time():.2f}")
        time.sleep(0.1)
        if left:
            loop.call_at(when + 1, at, when + 1, left - 1)

    loop.call_later(1, later, 2)
    await asyncio.sleep(5)
    base = loop.time()
    loop.call_at(base + 1, at, base + 1, 2)
    await asyncio.sleep(5)


asyncio.run(main())
