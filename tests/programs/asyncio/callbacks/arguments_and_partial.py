# call_soon() passes positional arguments; keyword arguments go through functools.partial.
import asyncio
from functools import partial


def show(*args, **kwargs):
    print(args, kwargs)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(show)
    loop.call_soon(show, 1, "two", [3])
    loop.call_soon(partial(show, 1, key="value"), 2)
    try:
        loop.call_soon(show, key="value")
    except TypeError as error:
        print(type(error).__name__)
    await asyncio.sleep(0)


asyncio.run(main())
