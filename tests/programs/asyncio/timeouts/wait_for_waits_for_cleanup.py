# wait_for() returns only when the cancelled task has ended.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)
        print("cleaned up at", asyncio.get_running_loop().time())


async def main():
    try:
        await asyncio.wait_for(asyncio.create_task(job()), 1)
    except TimeoutError:
        print("back at", asyncio.get_running_loop().time())


asyncio.run(main())
