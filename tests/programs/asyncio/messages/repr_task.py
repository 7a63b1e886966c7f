# A task in all its states: name, coroutine, where it stands, what it waits for.
import asyncio


async def job(future):
    await asyncio.sleep(1)
    return await future


async def fails():
    raise KeyError("k")


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job(future), name="the job")
    print(task)
    await asyncio.sleep(0)
    print(task)
    await asyncio.sleep(1.5)
    print(task)
    print(asyncio.current_task())
    task.cancel()
    print(task)
    await asyncio.wait([task])
    print(task)
    failed = asyncio.create_task(fails())
    await asyncio.wait([failed])
    print(failed, repr(failed.exception()))
    ended = asyncio.create_task(asyncio.sleep(0, {"a": 1}))
    await ended
    print(ended)


asyncio.run(main())
