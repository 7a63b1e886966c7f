# wait_for() gives up: the chain tells of both.
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")


async def main():
    await asyncio.wait_for(slow(), timeout=1)


asyncio.run(main())
