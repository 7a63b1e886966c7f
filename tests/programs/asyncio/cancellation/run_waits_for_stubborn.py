# asyncio.run() cancels what is left and waits for the answer, however long it takes.
import asyncio


async def slow_to_stop():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("stopping at", asyncio.get_running_loop().time())
        await asyncio.sleep(3)
        print("stopped at", asyncio.get_running_loop().time())


async def main():
    asyncio.create_task(slow_to_stop())
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("run is over")
