# run(), Runner.run() and run_until_complete() inside of a running loop.
import asyncio


async def inner():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for name, run in (
        ("run", asyncio.run),
        ("Runner.run", asyncio.Runner().run),
        ("run_until_complete", loop.run_until_complete),
        ("of another loop", other.run_until_complete),
    ):
        coroutine = inner()
        try:
            run(coroutine)
        except RuntimeError as error:
            print(name, "->", error)
        coroutine.close()
    for attempt in (loop.run_forever, loop.close):
        try:
            attempt()
        except RuntimeError as error:
            print(attempt.__name__, "->", error)
    other.close()


asyncio.run(main())
