# Two tasks wake each other through two events.
import asyncio

N_ROUNDS = 15_000


async def player(mine, theirs):
    for _ in range(N_ROUNDS):
        await mine.wait()
        mine.clear()
        theirs.set()


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player(ping, pong), player(pong, ping))
    print(ping.is_set(), pong.is_set())


asyncio.run(main())
