import asyncio

async def my_coroutine():
    print("Start Coroutine")
    await asyncio.sleep(2)  # Simulate a non-blocking operation
    print("End Coroutine")

# Create an event loop
loop = asyncio.get_event_loop()

# Run the coroutine
loop.run_until_complete(my_coroutine())
