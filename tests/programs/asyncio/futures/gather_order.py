# gather(): results in the order of the arguments, whatever the order of the ends.
import asyncio


async def job(name, delay):
    await asyncio.sleep(delay)
    print(name, "ends")
    return name


async def main():
    print(await asyncio.gather(job("a", 3), job("b", 1), job("c", 2)))
    print(await asyncio.gather())
    print(await asyncio.gather(*[job(str(n), 0) for n in range(3)]))
    same = asyncio.create_task(job("once", 1))
    print(await asyncio.gather(same, same, same))


asyncio.run(main())
