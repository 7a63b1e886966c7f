# notify(n) wakes n waiters, which take the lock again one after the other.
import asyncio


async def waiter(name, condition):
    async with condition:
        print(name, "waits")
        await condition.wait()
        print(name, "is back, locked:", condition.locked())


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, condition)) for n in range(4)]
    await asyncio.sleep(1)
    async with condition:
        condition.notify(2)
        print("two are notified, nobody runs yet")
        await asyncio.sleep(0)
    await asyncio.sleep(0.1)
    print([task.done() for task in tasks])
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
