import asyncio


async def philosopher(name, left, right):
    async with left:
        print(f"{name} takes one fork")
        await asyncio.sleep(1)
        async with right:
            print(f"{name} eats")


async def main():
    first, second = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(
        philosopher("Plato", first, second),
        philosopher("Hypatia", second, first),
    )


asyncio.run(main())
