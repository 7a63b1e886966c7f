# as_completed() in a plain loop gives coroutines, to be awaited one by one.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    for coroutine in asyncio.as_completed([job(3), job(1), job(2)]):
        print(asyncio.iscoroutine(coroutine), end=" ")
        try:
            print(await coroutine)
        except ValueError as error:
            print("failed", error)


asyncio.run(main())
