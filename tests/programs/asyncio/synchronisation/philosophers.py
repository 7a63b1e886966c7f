# Five philosophers with ordered forks: nobody starves, and the order is fixed.
import asyncio


async def philosopher(n, forks):
    low, high = sorted((n, (n + 1) % 5))
    for meal in range(2):
        async with forks[low], forks[high]:
            print(f"{asyncio.get_running_loop().time():.0f} philosopher {n} eats meal {meal}")
            await asyncio.sleep(1)


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*(philosopher(n, forks) for n in range(5)))


asyncio.run(main())
