# A stack: last in, first out, also with waiting putters.
import asyncio


async def main():
    stack = asyncio.LifoQueue(maxsize=2)
    putters = [asyncio.create_task(stack.put(n)) for n in range(4)]
    await asyncio.sleep(0)
    print(stack.qsize(), [task.done() for task in putters])
    for _ in range(4):
        print(await stack.get())
        await asyncio.sleep(0)


asyncio.run(main())
