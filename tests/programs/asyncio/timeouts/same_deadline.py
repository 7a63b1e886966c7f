# Two nested timeouts with one deadline: the outer one was set first and wins.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner")
                raise
    except TimeoutError:
        print("outer:", outer.expired(), "inner:", inner.expired())
    print("requests left:", asyncio.current_task().cancelling())


asyncio.run(main())
