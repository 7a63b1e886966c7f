# A TaskGroup waits for all its tasks.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(asyncio.get_running_loop().time(), name)
    return name


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work("a", 2))
        b = tg.create_task(work("b", 1))
        tg.create_task(spawner(tg))
        print("body done")
    print("group done", a.result(), b.result())


async def spawner(tg):
    await asyncio.sleep(1.5)
    tg.create_task(work("spawned later", 1))


asyncio.run(main())
