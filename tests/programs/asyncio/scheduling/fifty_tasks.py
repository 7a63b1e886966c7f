# Fifty tasks with three different delays: one order, by deadline and then by age.
import asyncio

order = []


async def worker(n):
    await asyncio.sleep((n * 7 % 3) / 10)
    order.append(n)


async def main():
    await asyncio.gather(*(worker(n) for n in range(50)))
    print(order)
    print(f"{asyncio.get_running_loop().time():.1f}")


asyncio.run(main())
