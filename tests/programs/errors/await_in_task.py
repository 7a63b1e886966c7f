# An error in an awaited task shows the task's frames, not those of who awaits it.
import asyncio


async def step(n):
    await asyncio.sleep(1)
    if n == 2:
        raise RuntimeError(f"step {n} failed")
    return n


async def pipeline():
    for n in range(5):
        print(await step(n))


async def main():
    task = asyncio.create_task(pipeline())
    await task


asyncio.run(main())
