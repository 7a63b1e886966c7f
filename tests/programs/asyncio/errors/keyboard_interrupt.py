# KeyboardInterrupt leaves the loop at once; run() cancels the rest.
import asyncio


async def background():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("background is cancelled")
        raise


async def presses():
    await asyncio.sleep(1)
    raise KeyboardInterrupt


async def main():
    task = asyncio.create_task(background())
    await asyncio.create_task(presses())
    await task


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
