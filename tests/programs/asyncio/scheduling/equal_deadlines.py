# Timers with equal deadlines fire in the order in which they were made.
import asyncio


async def sleeper(i):
    await asyncio.sleep(1)
    print("sleeper", i, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(*(sleeper(i) for i in range(10)))
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.3, print, "0.3")
    loop.call_later(0.1 + 0.2, print, "0.1 + 0.2 is the same nanosecond")
    loop.call_at(1.3, print, "call_at 1.3")
    loop.call_later(0.2999, print, "0.2999 first")
    loop.call_later(0.4, done.set_result, None)
    await done
    print(loop.time())


asyncio.run(main())
