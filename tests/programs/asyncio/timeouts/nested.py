# The outer deadline comes first: the inner block sees a cancellation, not a time-out.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner timed out")
            finally:
                print("inner expired:", inner.expired())
    except TimeoutError:
        print("outer timed out at", loop.time(), outer.expired())
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner timed out at", loop.time())
            await asyncio.sleep(5)
    except TimeoutError:
        print("outer timed out at", loop.time())


asyncio.run(main())
