# Tasks that give way a different number of times: who finishes when is counted in turns.
import asyncio


async def worker(name, rounds):
    for n in range(rounds):
        print(name, n)
        await asyncio.sleep(0)
    return name


async def main():
    tasks = [asyncio.create_task(worker(name, rounds)) for name, rounds in (("A", 3), ("B", 1), ("C", 2))]
    for task in tasks:
        print("finished:", await task)


asyncio.run(main())
