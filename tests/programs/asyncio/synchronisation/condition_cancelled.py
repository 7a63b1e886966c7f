# A waiter that is cancelled takes the lock again before it goes.
import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            print("cancelled at", asyncio.get_running_loop().time(), "locked:", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel()
        await asyncio.sleep(2)
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())


asyncio.run(main())
