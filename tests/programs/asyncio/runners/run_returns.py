# asyncio.run gives the coroutine's result, cancels what is left, and can be called again.
import asyncio


async def leftover(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("leftover", n, "cancelled")
        await asyncio.sleep(1)
        print("leftover", n, "cleaned up at", asyncio.get_running_loop().time())
        raise


async def main():
    tasks = [asyncio.create_task(leftover(n)) for n in range(2)]
    await asyncio.sleep(1)
    return [t.done() for t in tasks]


print(asyncio.run(main()))


async def second():
    return asyncio.get_running_loop().time()


print("the clock goes on from one loop to the next:", asyncio.run(second()))
with asyncio.Runner() as runner:
    print(runner.run(second()), runner.run(asyncio.sleep(1, "slept")), runner.get_loop().time())
