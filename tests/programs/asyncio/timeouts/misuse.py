# Timeouts are for tasks, and for one use.
import asyncio


async def use(limit):
    async with limit:
        pass


async def main():
    limit = asyncio.timeout(1)
    await use(limit)
    try:
        await use(limit)
    except RuntimeError as error:
        print(error)
    fresh = asyncio.timeout(1)
    try:
        fresh.reschedule(5)
    except RuntimeError as error:
        print(error)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)
coroutine = use(asyncio.Timeout(None))
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
