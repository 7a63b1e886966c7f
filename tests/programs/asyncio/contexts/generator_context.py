# An asynchronous generator shares the context of who iterates over it.
import asyncio
import contextvars

depth = contextvars.ContextVar("depth", default=0)


async def numbers():
    for n in range(2):
        depth.set(depth.get() + 1)
        yield depth.get()


async def main():
    async for n in numbers():
        print("yielded", n, "main sees", depth.get())
    generator = numbers()

    async def take():
        return await anext(generator)

    print(await asyncio.create_task(take()), await asyncio.create_task(take()), depth.get())


asyncio.run(main())
