import asyncio

async def asynchronous_operation():
    print("Start Asynchronous Operation")
    await asyncio.sleep(2)  # Simulate a non-blocking operation
    print("End Asynchronous Operation")

# Run the asynchronous function
asyncio.run(asynchronous_operation())
