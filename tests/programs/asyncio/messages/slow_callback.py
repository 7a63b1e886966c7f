# In debug mode the loop tells of handles that take long.
import asyncio
import time


async def blocks(seconds):
    time.sleep(seconds)


def callback():
    time.sleep(0.25)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    await asyncio.create_task(blocks(0.15), name="blocker")
    await asyncio.create_task(blocks(0.05))
    loop.call_soon(callback)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.5
    await asyncio.create_task(blocks(0.3))
    time.sleep(0.75)


asyncio.run(main(), debug=True)
