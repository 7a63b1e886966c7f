# gather() in gather(), and its future used by hand.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    print(await asyncio.gather(asyncio.gather(job(1), job(2)), asyncio.gather(job(3), job(4))))
    together = asyncio.gather(job(1), job(2))
    together.add_done_callback(lambda future: print("callback", future.result()))
    print(together.done(), together.cancelled())
    print(await together)
    together = asyncio.gather(job(5), job(6))
    await asyncio.sleep(1)
    print(together.cancel(), together.done())
    try:
        await together
    except asyncio.CancelledError as error:
        print("cancelled", together.cancelled(), repr(error))


asyncio.run(main())
