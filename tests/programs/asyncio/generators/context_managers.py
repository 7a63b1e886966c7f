# asynccontextmanager and AsyncExitStack: opened in order, closed in reverse.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def resource(name):
    await asyncio.sleep(1)
    print("open", name, asyncio.get_running_loop().time())
    try:
        yield name.upper()
    except ValueError as error:
        print(name, "swallows", error)
    finally:
        await asyncio.sleep(1)
        print("close", name, asyncio.get_running_loop().time())


async def main():
    async with resource("a") as first, resource("b") as second:
        print(first, second)
        raise ValueError("inside")
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(name)) for name in "cd"]
        stack.push_async_callback(asyncio.sleep, 3)
        print(names)


asyncio.run(main())
