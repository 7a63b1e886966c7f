# wait_for cancels what takes too long and waits until the cancellation is over.
import asyncio


async def slow(cleanup=0):
    try:
        await asyncio.sleep(10)
        return "slow result"
    finally:
        if cleanup:
            await asyncio.sleep(cleanup)
        print("slow is cleaned up at", asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(asyncio.sleep(1, "in time"), timeout=2))
    try:
        await asyncio.wait_for(slow(), timeout=1)
    except asyncio.TimeoutError as error:
        print(loop.time(), type(error).__name__, error.args, repr(error.__cause__))
    try:
        await asyncio.wait_for(slow(cleanup=3), timeout=1)
    except TimeoutError:
        print("timeout reported at", loop.time())
    print(await asyncio.wait_for(slow(), None))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(asyncio.sleep(1), timeout)
        except TimeoutError:
            print("timeout", timeout, "at", loop.time())
    try:
        await asyncio.wait_for(asyncio.sleep(1, "tie"), 1)
    except TimeoutError:
        print("in a tie the timeout wins")


asyncio.run(main())
