# Task.print_stack() and get_stack() of a waiting, an ended and a failed task.
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def fails():
    raise ValueError("no")


async def main():
    task = asyncio.create_task(outer(), name="waiting")
    await asyncio.sleep(0)
    task.print_stack(file=sys.stdout)
    print([frame.f_code.co_name for frame in task.get_stack()])
    await task
    task.print_stack(file=sys.stdout)
    print(task.get_stack())
    failed = asyncio.create_task(fails(), name="failed")
    await asyncio.wait([failed])
    failed.print_stack(file=sys.stdout)
    print([frame.f_code.co_name for frame in failed.get_stack()])
    failed.exception()


asyncio.run(main())
