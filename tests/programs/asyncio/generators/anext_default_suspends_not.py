# `anext(generator, default)` gives the generator's value without suspending, and the default at its end.
import asyncio


async def count_to(end):
    for number in range(end):
        sent = yield number
        print("sent:", sent)
        await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().call_soon(print, "the loop has had a turn")
    numbers = count_to(2)
    print(await anext(numbers, "none"))
    print("still the same step")
    print(await anext(numbers, "none"))
    print(await anext(numbers, "none"))
    print(await anext(numbers, "none"))


asyncio.run(main())
