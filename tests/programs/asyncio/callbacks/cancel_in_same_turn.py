# A callback cancels one that is behind it in the same turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = []

    def first():
        print("first cancels the second")
        handles[1].cancel()

    handles.append(loop.call_soon(first))
    handles.append(loop.call_soon(print, "second never runs"))
    handles.append(loop.call_soon(print, "third"))
    await asyncio.sleep(0)
    print([handle.cancelled() for handle in handles])


asyncio.run(main())
