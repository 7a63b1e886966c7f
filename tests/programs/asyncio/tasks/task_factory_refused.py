# A factory must be callable; what it returns is what create_task() returns.
import asyncio


async def job():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.set_task_factory("factory")
    except TypeError as error:
        print(error)
    seen = []

    def factory(loop, coro, **kwargs):
        seen.append((coro.__name__, sorted(kwargs)))
        return asyncio.Task(coro, loop=loop, **kwargs)

    loop.set_task_factory(factory)
    await asyncio.create_task(job())
    await asyncio.create_task(job(), name="named")
    await asyncio.gather(job())
    print(seen)


asyncio.run(main())
