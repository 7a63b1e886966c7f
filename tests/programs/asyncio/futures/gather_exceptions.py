# gather() raises the first exception at once; the others go on and their results are lost.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    print("job", n, "ends")
    if n % 2:
        raise ValueError(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(job(2), job(1), job(4))
    except ValueError as error:
        print("raised", error, "at", loop.time())
    await asyncio.sleep(5)
    print(await asyncio.gather(job(2), job(1), job(3), return_exceptions=True))


asyncio.run(main())
