# A future with an exception that nobody looked at.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(OSError(5, "trouble"))
    print("set")
    del future
    print("gone")
    seen = loop.create_future()
    seen.set_exception(OSError(5, "seen"))
    print(repr(seen.exception()))
    del seen
    print("end")


asyncio.run(main())
