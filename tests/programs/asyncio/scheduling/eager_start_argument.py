# eager_start=True begins one task at once; the current task is put back afterwards.
import asyncio


async def child(name):
    print(name, "runs in", asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print(name, "ends in", asyncio.current_task().get_name())


async def main():
    print("main is", asyncio.current_task().get_name())
    eager = asyncio.create_task(child("eager"), name="E", eager_start=True)
    lazy = asyncio.create_task(child("lazy"), name="L")
    print("main is", asyncio.current_task().get_name())
    await asyncio.wait([eager, lazy])


asyncio.run(main())
