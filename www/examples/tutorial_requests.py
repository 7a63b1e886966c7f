import asyncio

async def fetch_data(url):
    print(f"Fetching data from {url}")
    await asyncio.sleep(2)  # Simulate a non-blocking network request
    print(f"Data from {url} received")

async def main():
    tasks = [fetch_data("https://example.com"), fetch_data("https://example.org")]
    await asyncio.gather(*tasks)

# Create an event loop
loop = asyncio.get_event_loop()

# Run the main asynchronous function
loop.run_until_complete(main())
