# A blocking call delays every timer; what is overdue runs in the order of the deadlines.
import asyncio
import time


async def sleeper(delay):
    await asyncio.sleep(delay)
    print(f"wanted {delay}, woke at {asyncio.get_running_loop().time()}")


async def blocker():
    await asyncio.sleep(0.5)
    print("blocks at", asyncio.get_running_loop().time())
    time.sleep(2)
    print("ends at", asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(sleeper(3), sleeper(2), sleeper(1.5), sleeper(1), blocker())


asyncio.run(main())
