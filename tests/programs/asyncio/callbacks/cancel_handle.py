# A handle that is cancelled does not run, also when its turn has come.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    second = loop.call_soon(print, "second")
    third = loop.call_soon(print, "third")
    second.cancel()
    print(second.cancelled(), third.cancelled())
    loop.call_soon(third.cancel)
    fourth = loop.call_soon(print, "fourth")
    loop.call_soon(fourth.cancel)
    await asyncio.sleep(0)
    print("third ran before it was cancelled:", third.cancelled())
    print("fourth too:", fourth.cancelled())


asyncio.run(main())
