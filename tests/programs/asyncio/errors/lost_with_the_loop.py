# What pending tasks say at the end, when an open loop held them: each before its coroutine is closed.
import asyncio
import sys


def tell(what):
    print(what, file=sys.stderr)


async def sleeper(name):
    try:
        await asyncio.sleep(5)
    finally:
        tell(f"{name} ends")


async def group():
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(asyncio.sleep(7))
    finally:
        tell("group ends")


async def main():
    for coroutine in (sleeper("first"), group(), sleeper("last")):
        asyncio.create_task(coroutine)
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
