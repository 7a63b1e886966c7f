# Timers fire by deadline; with equal deadlines, in the order of their making.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def fire(name):
        print(f"{loop.time():.2f} {name}")

    loop.call_later(0.3, fire, "c")
    loop.call_later(0.1, fire, "a")
    loop.call_at(loop.time() + 0.2, fire, "b1")
    loop.call_later(0.2, fire, "b2")
    loop.call_at(0.1, fire, "a2")
    await asyncio.sleep(0.3)
    fire("main")
    await asyncio.sleep(0)
    fire("end")


asyncio.run(main())
