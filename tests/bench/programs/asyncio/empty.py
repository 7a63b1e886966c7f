# What importing asyncio and running a loop cost: taken off every other measurement of this folder.
import asyncio


async def main():
    pass


asyncio.run(main())
