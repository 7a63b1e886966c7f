# A future's result set now wakes the waiter one turn later; print the turn numbers.
import asyncio

turn = 0


def count(loop):
    global turn
    turn += 1
    if turn < 12:
        loop.call_soon(count, loop)


async def waiter(name, future):
    print(f"turn {turn}: {name} waits")
    value = await future
    print(f"turn {turn}: {name} got {value}")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(count, loop)
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "ab"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(f"turn {turn}: result is set")
    future.set_result(42)
    print(f"turn {turn}: nobody has moved yet")
    await asyncio.gather(*tasks)
    print(f"turn {turn}: gather is back")


asyncio.run(main())
