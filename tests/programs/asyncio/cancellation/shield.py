# shield protects the inner task; only the outer await is cancelled.
import asyncio


async def important():
    await asyncio.sleep(2)
    print("important work done")
    return 42


async def main():
    inner = asyncio.create_task(important())
    outer = asyncio.create_task(wait_shielded(inner))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled, inner:", inner.cancelled(), inner.done())
    print(await inner)
    try:
        await asyncio.wait_for(asyncio.shield(asyncio.sleep(3)), 1)
    except TimeoutError:
        print("timed out")


async def wait_shielded(task):
    return await asyncio.shield(task)


asyncio.run(main())
