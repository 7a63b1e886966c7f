# A task that fails while asyncio.run() cancels what is left.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(100)
    finally:
        raise RuntimeError("failed while being cancelled")


async def main():
    asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
print("run is over")
