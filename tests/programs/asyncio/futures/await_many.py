# Many tasks await one future: all get the result, in the order of their coming.
import asyncio


async def waiter(n, future):
    print(n, await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in range(4)]
    await asyncio.sleep(0)
    future.set_result("the result")
    await asyncio.gather(*tasks)
    print(await future, await future)


asyncio.run(main())
