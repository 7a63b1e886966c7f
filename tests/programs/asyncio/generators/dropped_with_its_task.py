# A cancelled task's generator ends when the task goes: closing it is a task of its own, which the runner then cancels.
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print("closing")
        await asyncio.sleep(1)
        print("not printed: cancelled before")


async def outer():
    await inner()


async def inner():
    items = numbers()
    await anext(items)
    try:
        await asyncio.Event().wait()
    finally:
        print("inner ends")


async def main():
    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as group:
            group.create_task(outer())


try:
    asyncio.run(main())
except TimeoutError as error:
    print(repr(error))
