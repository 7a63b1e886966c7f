# wait returns two sets: done and pending. It cancels nothing and raises nothing.
import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def start():
    return [
        asyncio.create_task(work("a", 1), name="a"),
        asyncio.create_task(work("b", 2, fail=True), name="b"),
        asyncio.create_task(work("c", 3), name="c"),
    ]


async def main():
    loop = asyncio.get_running_loop()
    for how in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        began = loop.time()
        done, pending = await asyncio.wait(start(), return_when=how)
        print(how, loop.time() - began, names(done), names(pending))
        for task in done:
            if task.exception():
                print("failed:", task.get_name(), repr(task.exception()))
        if pending:
            await asyncio.wait(pending)
    began = loop.time()
    tasks = start()
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print(loop.time() - began, names(done), names(pending), [t.cancelled() for t in tasks])
    await asyncio.gather(*pending, return_exceptions=True)
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


asyncio.run(main())
