# Getters are served in the order of their coming.
import asyncio


async def getter(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    for n in range(3):
        queue.put_nowait(n)
    print("all are put")
    await asyncio.wait(tasks)


asyncio.run(main())
