# A generator that merges two sources by a queue.
import asyncio


async def source(name, delay, n):
    for i in range(n):
        await asyncio.sleep(delay)
        yield f"{name}{i}"


async def merge(*sources):
    queue, end = asyncio.Queue(), object()

    async def pump(items):
        async for item in items:
            await queue.put(item)
        await queue.put(end)

    async with asyncio.TaskGroup() as group:
        for items in sources:
            group.create_task(pump(items))
        left = len(sources)
        while left:
            item = await queue.get()
            if item is end:
                left -= 1
            else:
                yield item


async def main():
    async for item in merge(source("a", 1, 3), source("b", 0.7, 4)):
        print(f"{asyncio.get_running_loop().time():.1f} {item}")


asyncio.run(main())
