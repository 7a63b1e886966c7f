# 100,000 timers with distinct deadlines: nanoseconds apart, so that a real clock does not wait.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fired = []
    start = loop.time()
    for i in range(100_000):
        loop.call_at(start + (i * 7919 % 100_000 + 1) * 1e-9, fired.append, i)
    while len(fired) < 100_000:
        await asyncio.sleep(1e-6)
    print(len(fired), sum(fired))


asyncio.run(main())
