# A chain of tasks, each awaiting the next: the result takes one turn for each link.
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        await asyncio.sleep(0)
        turn += 1


async def link(n, inner):
    value = await inner
    print(f"turn {turn}: link {n} has {value}")
    return value + 1


async def main():
    clock = asyncio.create_task(ticker())
    loop = asyncio.get_running_loop()
    end = inner = loop.create_future()
    for n in range(5):
        inner = asyncio.create_task(link(n, inner))
    await asyncio.sleep(0)
    end.set_result(0)
    print(f"turn {turn}: set")
    print("total", await inner)
    clock.cancel()


asyncio.run(main())
