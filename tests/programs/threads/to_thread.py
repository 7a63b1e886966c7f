# Blocking functions in threads: to_thread and run_in_executor let the loop go on.
import asyncio
import time


def blocking(name, seconds):
    print(f"{time.monotonic():.1f} {name} starts")
    time.sleep(seconds)
    print(f"{time.monotonic():.1f} {name} ends")
    return name


async def beat():
    for _ in range(4):
        print(f"{time.monotonic():.1f} beat")
        await asyncio.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(asyncio.to_thread(blocking, "one", 1.2), loop.run_in_executor(None, blocking, "two", 0.7), beat()))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
