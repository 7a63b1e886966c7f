# Three tasks meet at a barrier, round after round; each gets its number.
import asyncio


async def runner(name, pace, barrier):
    for lap in range(2):
        await asyncio.sleep(pace)
        position = await barrier.wait()
        print(f"{asyncio.get_running_loop().time()} {name} lap {lap} came as {position}")


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(runner(*args, barrier) for args in (("slow", 3), ("fast", 1), ("middle", 2))))


asyncio.run(main())
