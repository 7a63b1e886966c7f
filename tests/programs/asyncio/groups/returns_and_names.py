# A group keeps no results: its tasks do.
import asyncio


async def square(n):
    await asyncio.sleep(1 / n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(square(n), name=f"square-{n}") for n in (1, 2, 4)]
        print("inside:", [task.done() for task in tasks])
    print([(task.get_name(), task.result()) for task in tasks])


asyncio.run(main())
