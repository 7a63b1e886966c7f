# get_event_loop outside of a coroutine makes a loop once and then gives the same one.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n * n


loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop())
print(loop.run_until_complete(job(2)))
print(asyncio.get_event_loop().run_until_complete(asyncio.gather(*[job(n) for n in range(4)])))
future = asyncio.ensure_future(job(1))
print(loop.run_until_complete(future), loop.time())
loop.close()
