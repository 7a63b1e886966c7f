# In debug mode the report of a failing callback tells who queued it.
import asyncio


def bad(n):
    raise ValueError(n)


async def main():
    asyncio.get_running_loop().call_soon(bad, 1)
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main(), debug=True)
