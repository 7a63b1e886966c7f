# `await asyncio.sleep(0)`: one turn of the event loop each.
import asyncio

N_TASKS, N_TURNS = 20, 2_000


async def worker():
    for _ in range(N_TURNS):
        await asyncio.sleep(0)
    return N_TURNS


async def main():
    print(sum(await asyncio.gather(*(worker() for _ in range(N_TASKS)))))


asyncio.run(main())
