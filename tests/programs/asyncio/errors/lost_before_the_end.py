# What pending tasks say at the end, when only each other and what they wait for hold them: the coroutine is older.
import asyncio
import sys

event = asyncio.Event()


def tell(what):
    print(what, file=sys.stderr)


async def waiter(name, what):
    try:
        await what.wait()
    finally:
        tell(f"{name} ends")


async def parent():
    try:
        await asyncio.create_task(waiter("child", asyncio.Event()))
    finally:
        tell("parent ends")


async def main():
    asyncio.create_task(waiter("own", asyncio.Event()))
    asyncio.create_task(waiter("global 1", event))
    asyncio.create_task(parent())
    asyncio.create_task(waiter("global 2", event))
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def run():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())


run()
tell("the loop is gone")
