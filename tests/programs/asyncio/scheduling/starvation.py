# A task that never waits lets nobody else run; a sleep(0) in its loop is enough to be fair.
import asyncio


async def greedy(n):
    for _ in range(n):
        pass
    print("greedy ends")


async def polite(n):
    for step in range(n):
        print("polite", step)
        await asyncio.sleep(0)
    print("polite ends")


async def clock():
    for step in range(3):
        print("tick", step)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(greedy(1000), clock())
    print("--")
    await asyncio.gather(polite(3), clock())


asyncio.run(main())
