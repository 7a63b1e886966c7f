# sleep(0) sends the task to the back of the ready queue: two tasks take turns.
import asyncio


async def player(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def main():
    print(await asyncio.gather(player("ping", 3), player("pong", 4)))
    loop = asyncio.get_running_loop()
    print("no time has passed:", loop.time())


asyncio.run(main())
