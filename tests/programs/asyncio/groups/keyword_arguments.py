# create_task() of a group passes name and context on.
import asyncio
import contextvars

color = contextvars.ContextVar("color", default="none")


async def child():
    print(asyncio.current_task().get_name(), color.get())


async def main():
    blue = contextvars.copy_context()
    blue.run(color.set, "blue")
    async with asyncio.TaskGroup() as group:
        group.create_task(child(), name="first")
        group.create_task(child(), name="second", context=blue)
        unknown = child()
        try:
            group.create_task(unknown, colour="red")
        except TypeError as error:
            print(error)
        unknown.close()


asyncio.run(main())
