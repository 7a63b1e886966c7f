# A cancelled timer never fires and does not hold the clock.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    far = loop.call_later(100, print, "far")
    near = loop.call_later(1, print, "near")
    far.cancel()
    await asyncio.sleep(2)
    print(loop.time(), far.cancelled(), near.cancelled())
    near.cancel()
    print(near.cancelled())


asyncio.run(main())
