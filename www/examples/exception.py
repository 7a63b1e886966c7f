import asyncio


async def divide(dividend, divisor):
    await asyncio.sleep(1)
    return dividend / divisor


async def main():
    task = asyncio.create_task(divide(1, 0), name="bad idea")
    print("the task is on its way")
    await asyncio.sleep(2)
    print("it has failed, but nobody has looked yet")
    result = await task
    print("never printed", result)


asyncio.run(main())
