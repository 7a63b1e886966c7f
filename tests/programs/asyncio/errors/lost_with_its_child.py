# What a pending task says at the end that waits for others which an open loop held: they come first.
import asyncio
import sys


def tell(what):
    print(what, file=sys.stderr)


async def sleeper(name):
    try:
        await asyncio.sleep(5)
    finally:
        tell(f"{name} ends")


async def parent():
    try:
        await asyncio.gather(sleeper("child"))
    finally:
        tell("parent ends")


async def main():
    asyncio.create_task(parent())
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
