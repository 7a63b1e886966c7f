# With the eager factory a task runs inside create_task() until it first waits.
import asyncio


async def quick():
    print("quick runs")
    return 1


async def slow():
    print("slow begins")
    await asyncio.sleep(0)
    print("slow goes on")
    return 2


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    print("before")
    first = asyncio.create_task(quick())
    print("quick is done:", first.done(), first.result())
    second = asyncio.create_task(slow())
    print("slow is done:", second.done())
    print(await second, await first)


asyncio.run(main())
