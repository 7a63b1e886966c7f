# A running loop can't be run again.
import asyncio


async def inner():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    coroutine = inner()
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(inner)
except (ValueError, TypeError) as error:
    print(error)
