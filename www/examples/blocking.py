import asyncio
import time


async def heartbeat():
    for beat in range(4):
        print(f"beat {beat} at {time.monotonic() - start:.1f}")
        await asyncio.sleep(0.5)


async def report():
    await asyncio.sleep(0.7)
    print("blocking everything")
    time.sleep(2)  # try: await asyncio.sleep(2)
    print("done blocking")


async def main():
    await asyncio.gather(heartbeat(), report())


start = time.monotonic()
asyncio.run(main())
