# gather returns results in argument order, whatever the order of finishing.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print("finished", name)
    return name


async def main():
    print(await asyncio.gather(work("slow", 3), work("fast", 1), work("middle", 2)))
    print(await asyncio.gather())
    same = work("same", 1)
    print(await asyncio.gather(same, same))
    task = asyncio.create_task(work("task", 1))
    nested = asyncio.gather(task, asyncio.gather(work("x", 2), work("y", 1)))
    print(type(nested).__name__, nested.done())
    print(await nested)


asyncio.run(main())
