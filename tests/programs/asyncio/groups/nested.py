# A failure in an inner group comes through the outer one as a group in a group.
import asyncio


async def fails(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def inner(n):
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(n))
        group.create_task(asyncio.sleep(10))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner(1))
            group.create_task(inner(1))
            group.create_task(inner(5))
    except BaseExceptionGroup as error:
        print(repr(error))
        matching, rest = error.split(ValueError)
        print(matching is not None, rest)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
