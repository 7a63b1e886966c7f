# Bare yields: one turn of the event loop each.
import asyncio


async def worker(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    print(sum(await asyncio.gather(*(worker(1000) for _ in range(20)))))


asyncio.run(main())
