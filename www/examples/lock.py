import asyncio

balance = 100


async def withdraw(lock, name, amount):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(1)  # ask the bank
        balance = seen - amount
        print(f"{name} took {amount}, {balance} left")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(
        withdraw(lock, "Ada", 30),
        withdraw(lock, "Grace", 50),
        withdraw(lock, "Edsger", 10),
    )


asyncio.run(main())
