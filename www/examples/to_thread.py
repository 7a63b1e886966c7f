import asyncio
import time


def convert(name, seconds):
    print(f"{name}: starts")
    time.sleep(seconds)  # blocks its own thread only
    print(f"{name}: done")
    return name


async def heartbeat():
    for beat in range(4):
        print(f"beat {beat}")
        await asyncio.sleep(0.5)


async def main():
    *converted, _ = await asyncio.gather(
        asyncio.to_thread(convert, "photo", 0.7),
        asyncio.to_thread(convert, "video", 1.2),
        heartbeat(),
    )
    print(converted)


asyncio.run(main())
