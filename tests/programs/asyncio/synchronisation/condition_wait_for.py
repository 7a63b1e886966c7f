# wait_for() asks its predicate again after each notification.
import asyncio


async def consumer(condition, items):
    async with condition:
        got = await condition.wait_for(lambda: len(items) >= 3 and items)
        print("got", got, "at", asyncio.get_running_loop().time())


async def main():
    condition, items = asyncio.Condition(), []
    task = asyncio.create_task(consumer(condition, items))
    for n in range(3):
        await asyncio.sleep(1)
        async with condition:
            items.append(n)
            condition.notify()
            print("produced", n)
    await task


asyncio.run(main())
