# wait_for() gives results and errors through, and None means for ever.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    print(await asyncio.wait_for(job(1), 5))
    try:
        await asyncio.wait_for(job(2), timeout=5)
    except ValueError as error:
        print("ValueError", error)
    print(await asyncio.wait_for(job(3), None))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
