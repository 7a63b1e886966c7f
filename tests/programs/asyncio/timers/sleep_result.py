# sleep() returns what it is given, which makes it a handy stand-in for work.
import asyncio


async def main():
    print(await asyncio.sleep(1, "one"))
    print(await asyncio.sleep(0, result="zero"))
    print(await asyncio.gather(*(asyncio.sleep(n, n * n) for n in (3, 1, 2))))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
