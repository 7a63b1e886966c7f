# Simulated I/O: random delays come out the same in every run.
import asyncio
import random
import time


async def make_coffee(order):
    delay = random.randint(1, 5)
    print(f"{time.strftime('%X')} start {order}, takes {delay}")
    await asyncio.sleep(delay)
    print(f"{time.strftime('%X')} {order} ready, {random.random():.4f}")
    return order, delay


async def main():
    orders = ["latte", "mocha", "espresso"]
    random.shuffle(orders)
    print(await asyncio.gather(*map(make_coffee, orders)))
    print(random.choice(orders), random.sample(range(100), 3), random.uniform(1, 2), random.gauss(0, 1))


asyncio.run(main())
