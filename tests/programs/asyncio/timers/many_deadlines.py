# A hundred timers set in a scrambled order fire sorted.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fired = []
    for n in range(100):
        delay = n * 37 % 100
        loop.call_later(delay / 100, fired.append, delay)
    await asyncio.sleep(1)
    print(fired == sorted(fired), len(fired), fired[:5], fired[-5:])


asyncio.run(main())
