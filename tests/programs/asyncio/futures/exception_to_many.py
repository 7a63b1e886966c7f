# An exception in a future is raised in each who awaits it: the same object.
import asyncio


async def waiter(n, future):
    try:
        await future
    except ValueError as error:
        print(n, error, error is future.exception())


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in range(3)]
    await asyncio.sleep(0)
    future.set_exception(ValueError("shared"))
    await asyncio.gather(*tasks)


asyncio.run(main())
