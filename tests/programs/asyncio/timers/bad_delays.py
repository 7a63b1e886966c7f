# What is no number is no delay.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (None, "1", [1]):
        try:
            loop.call_later(delay, print)
        except TypeError as error:
            print("call_later", delay, "->", error)
    try:
        loop.call_at(None, print)
    except TypeError as error:
        print("call_at", error)
    for delay in (None, "1"):
        try:
            await asyncio.sleep(delay)
        except TypeError as error:
            print("sleep", delay, "->", error)
    print(loop.time())


asyncio.run(main())
