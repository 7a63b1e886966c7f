import asyncio


async def download(name):
    try:
        print(f"{name}: started")
        await asyncio.sleep(10)
        print(f"{name}: complete")
    except asyncio.CancelledError:
        print(f"{name}: cancelled, cleaning up")
        await asyncio.sleep(0.5)
        raise
    finally:
        print(f"{name}: closed")


async def main():
    task = asyncio.create_task(download("video"))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: the download is gone")


asyncio.run(main())
