# The eager factory runs each task at once up to its first wait; gather() of ready ones never waits.
import asyncio


async def ready(n):
    print("ready", n)
    return n


async def waits(n):
    print("waits", n)
    await asyncio.sleep(0)
    print("goes on", n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print("gather of ready ones")
    print(await asyncio.gather(ready(1), ready(2)))
    print("gather of waiting ones")
    print(await asyncio.gather(waits(1), ready(2), waits(3)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ready("in the group"))
        print("done inside:", task.done())


asyncio.run(main())
