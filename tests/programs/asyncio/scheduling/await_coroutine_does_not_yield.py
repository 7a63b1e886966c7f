# "await coroutine()" runs it at once, like a call: no other task comes between.
import asyncio

order = []


async def leaf(n):
    order.append(f"leaf {n}")
    return n


async def other():
    order.append("other")


async def main():
    task = asyncio.create_task(other())
    total = 0
    for n in range(3):
        total += await leaf(n)
    order.append(f"total {total}")
    await task


asyncio.run(main())
print(*order, sep="\n")
