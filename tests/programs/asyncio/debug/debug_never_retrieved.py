# In debug mode reports tell where the task was made.
import asyncio


async def fails():
    raise ValueError("lost")


async def main():
    asyncio.create_task(fails(), name="F")
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main(), debug=True)
