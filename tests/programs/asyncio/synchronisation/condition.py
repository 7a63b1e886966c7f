# A Condition: wait for a predicate, notify one, notify all.
import asyncio


async def consumer(name, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0), "locked", condition.locked())


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in "abc"]
    await asyncio.sleep(1)
    async with condition:
        items.append(1)
        condition.notify_all()
        print("notified all, one item")
    await asyncio.sleep(1)
    async with condition:
        items += [2, 3]
        condition.notify()
        print("notified one, two items")
    await asyncio.sleep(1)
    print([t.done() for t in tasks])
    async with condition:
        condition.notify(2)
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
