# A heartbeat in the background, ended by the work that it accompanies.
import asyncio


async def heartbeat(every):
    beats = 0
    try:
        while True:
            await asyncio.sleep(every)
            beats += 1
            print(f"beat {beats} at {asyncio.get_running_loop().time()}")
    finally:
        print("beats:", beats)


async def work():
    for step in range(3):
        await asyncio.sleep(0.7)
        print(f"step {step} at {asyncio.get_running_loop().time():.1f}")


async def main():
    beat = asyncio.create_task(heartbeat(0.5))
    await work()
    beat.cancel()
    try:
        await beat
    except asyncio.CancelledError:
        print("stopped")


asyncio.run(main())
