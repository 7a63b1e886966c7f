# Three attempts with growing limits.
import asyncio


async def request(attempt):
    await asyncio.sleep(4 - attempt)
    return f"answer to attempt {attempt}"


async def main():
    loop = asyncio.get_running_loop()
    for attempt, limit in enumerate((0.5, 1, 2), 1):
        try:
            async with asyncio.timeout(limit):
                print(await request(attempt))
                break
        except TimeoutError:
            print(f"attempt {attempt} gave up at {loop.time()}")
    print(loop.time())


asyncio.run(main())
