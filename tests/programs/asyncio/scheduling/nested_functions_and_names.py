# Names of tasks: Task-N counts on, whoever makes them and whether or not a name is given.
import asyncio


async def nothing():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    first = asyncio.create_task(nothing())
    named = asyncio.create_task(nothing(), name="named")
    third = asyncio.create_task(nothing())
    print(first.get_name(), named.get_name(), third.get_name())
    print(await asyncio.gather(nothing(), first, named, third, nothing()))
    first.set_name(17)
    print(repr(first.get_name()))


asyncio.run(main())
