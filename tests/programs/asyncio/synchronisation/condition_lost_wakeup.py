# The notified waiter is cancelled: the notification goes on to the next one.
import asyncio


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        print(name, "was woken")


async def main():
    condition = asyncio.Condition()
    first, second = (asyncio.create_task(waiter(name, condition)) for name in ("first", "second"))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        first.cancel()
    await asyncio.wait([first, second], timeout=1)
    print(first.cancelled(), second.done())
    second.cancel()


asyncio.run(main())
