# The first exception reaches the awaiter at once; the other tasks run on.
import asyncio


async def ok(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(f"failed after {delay}")


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(ok("a", 2), fail(1), ok("b", 3))
    except ValueError as error:
        print(loop.time(), "caught", error)
    await asyncio.sleep(1.5)
    print(loop.time(), "a had time to finish, b not yet")
    results = await asyncio.gather(ok("c", 1), fail(2), fail(1), return_exceptions=True)
    print(loop.time(), results)


asyncio.run(main())
