# A sleep as long as the timeout around it: the timeout's timer is older and fires first.
import asyncio


async def main():
    for name, limit in (("timeout", asyncio.timeout), ("timeout_at", asyncio.timeout_at)):
        start = asyncio.get_running_loop().time()
        when = start + 1 if name == "timeout_at" else 1
        try:
            async with limit(when):
                await asyncio.sleep(1)
            print(name, "slept")
        except TimeoutError:
            print(name, "timed out")
    try:
        print(await asyncio.wait_for(asyncio.sleep(1, "slept"), 1))
    except TimeoutError:
        print("wait_for timed out")
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(1))], timeout=1)
    print(len(done), len(pending))


asyncio.run(main())
