# A Timeout knows its deadline and, afterwards, whether it was reached.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(5) as limit:
        print(limit.when(), limit.expired())
        await asyncio.sleep(1)
    print(limit.expired(), loop.time())
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(5)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), limit.when())
    async with asyncio.timeout(None) as limit:
        print(limit.when())


asyncio.run(main())
