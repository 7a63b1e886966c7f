# A task can cancel itself: the error arrives at its next await.
import asyncio


async def quits():
    asyncio.current_task().cancel()
    print("still running after cancel()")
    try:
        await asyncio.sleep(0)
        print("not reached")
    finally:
        print("leaving")


async def main():
    result = await asyncio.gather(quits(), return_exceptions=True)
    print(result)
    asyncio.current_task().cancel()
    asyncio.current_task().uncancel()
    await asyncio.sleep(1)
    print("uncancel in time removes the request")


asyncio.run(main())
