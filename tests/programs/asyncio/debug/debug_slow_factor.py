# The time that is told is the handle's, with its arguments.
import asyncio
import time


def block(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 1
    loop.call_soon(block, 1.5)
    await asyncio.sleep(0)
    loop.call_later(1, block, 2)
    await asyncio.sleep(4)
    print(loop.time())


asyncio.run(main(), debug=True)
