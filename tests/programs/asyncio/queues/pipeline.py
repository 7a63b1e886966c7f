# Three stages with queues between; None ends each stage.
import asyncio


async def stage(name, source, target, work, pause):
    while (item := await source.get()) is not None:
        await asyncio.sleep(pause)
        item = work(item)
        print(f"{asyncio.get_running_loop().time():.1f} {name} {item}")
        await target.put(item)
    await target.put(None)


async def main():
    first, second, third = (asyncio.Queue(1) for _ in range(3))
    out = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage("double", first, second, lambda n: n * 2, 0.1))
        group.create_task(stage("add", second, third, lambda n: n + 1, 0.3))
        group.create_task(stage("text", third, out, str, 0.2))
        for n in range(4):
            await first.put(n)
        await first.put(None)
    print([out.get_nowait() for _ in range(out.qsize())])


asyncio.run(main())
