import asyncio

async def task_one():
    print("Task One: Start")
    await asyncio.sleep(2)
    print("Task One: End")

async def task_two():
    print("Task Two: Start")
    await asyncio.sleep(1)
    print("Task Two: End")

# Create an event loop
loop = asyncio.get_event_loop()

# Run tasks concurrently
loop.run_until_complete(asyncio.gather(task_one(), task_two()))
