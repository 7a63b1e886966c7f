import asyncio


async def countdown(start):
    for number in range(start, 0, -1):
        yield number
        await asyncio.sleep(1)


async def show(name, start):
    async for number in countdown(start):
        print(f"{name}: {number}")
    print(f"{name}: lift-off")


async def main():
    await asyncio.gather(show("Apollo", 3), show("Soyuz", 2))


asyncio.run(main())
