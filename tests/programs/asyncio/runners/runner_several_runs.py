# One loop for several runs; tasks live on between them.
import asyncio


async def start():
    task = asyncio.create_task(count(), name="counter")
    await asyncio.sleep(0.5)
    return task


async def count():
    try:
        for n in range(10):
            print("count", n)
            await asyncio.sleep(1)
    finally:
        print("counter ends")


async def later():
    await asyncio.sleep(2)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))


with asyncio.Runner() as runner:
    task = runner.run(start())
    print("between:", task.done(), runner.get_loop().time())
    runner.run(later())
print("closed:", task.cancelled(), runner.get_loop.__name__)
