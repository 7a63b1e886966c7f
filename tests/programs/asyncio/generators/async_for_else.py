# async for with break, continue and else.
import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def find(wanted, n):
    async for i in numbers(n):
        if i % 2:
            continue
        print("looking at", i)
        if i == wanted:
            print("found")
            break
    else:
        print("not found")


async def main():
    await find(2, 5)
    await find(9, 3)
    print(f"{asyncio.get_running_loop().time():.1f}")


asyncio.run(main())
