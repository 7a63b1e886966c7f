# Who waits in wait_for() is cancelled: the inner task is cancelled too.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("job is cancelled")
        raise


async def main():
    inner = asyncio.create_task(job())
    outer = asyncio.create_task(asyncio.wait_for(inner, 5))
    await asyncio.sleep(1)
    outer.cancel()
    await asyncio.wait([outer])
    print(outer.cancelled(), inner.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
