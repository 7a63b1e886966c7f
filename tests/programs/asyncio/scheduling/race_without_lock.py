# Two tasks read, await, then write: one update is lost. With a lock it isn't.
import asyncio

balance = 0


async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen + amount


async def safe_deposit(lock, amount):
    async with lock:
        await deposit(amount)


async def main():
    global balance
    await asyncio.gather(deposit(100), deposit(50))
    print("without lock:", balance)
    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(safe_deposit(lock, 100), safe_deposit(lock, 50))
    print("with lock:", balance)


asyncio.run(main())
