# Two tasks hand a number to and fro through two queues.
import asyncio

N_ROUNDS = 10_000


async def player(mine, theirs):
    for _ in range(N_ROUNDS):
        ball = await mine.get()
        await theirs.put(ball + 1)


async def main():
    ping, pong = asyncio.Queue(), asyncio.Queue()
    ping.put_nowait(0)
    await asyncio.gather(player(ping, pong), player(pong, ping))
    print(ping.get_nowait())


asyncio.run(main())
