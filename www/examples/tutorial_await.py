import asyncio

async def asynchronous_operation():
    print("Start Asynchronous Operation")
    await asyncio.sleep(2)  # Simulate a non-blocking operation
    print("End Asynchronous Operation")

# Create an event loop
loop = asyncio.get_event_loop()

# Run the asynchronous function
loop.run_until_complete(asynchronous_operation())
