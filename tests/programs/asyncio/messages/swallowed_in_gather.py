# gather() without return_exceptions: the second failure is not told of; the tasks are done.
import asyncio


async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def main():
    try:
        await asyncio.gather(fails(1), fails(2))
    except ValueError as error:
        print("got", error)
    await asyncio.sleep(2)
    print("main ends")


asyncio.run(main())
