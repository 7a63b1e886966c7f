# wait() in its three modes.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


def show(label, done, pending):
    loop = asyncio.get_running_loop()
    print(label, sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending), loop.time())


async def main():
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = [asyncio.create_task(job(n), name=f"job-{n}") for n in (3, 1, 2)]
        done, pending = await asyncio.wait(tasks, return_when=mode)
        show(mode, done, pending)
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
