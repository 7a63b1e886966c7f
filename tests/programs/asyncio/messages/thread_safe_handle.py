# The handle of `call_soon_threadsafe` has a class of its own, as reports of failed callbacks show.
import asyncio


def fail():
    raise LookupError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon_threadsafe(fail)
    loop.call_soon(fail)
    handle = loop.call_soon_threadsafe(print, "called")
    print(type(handle).__name__, isinstance(handle, asyncio.Handle))
    await asyncio.sleep(0)


asyncio.run(main())
