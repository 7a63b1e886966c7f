# In debug mode a future tells where it was made.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.set_result(1)
    print(future)
    print(asyncio.Future())


asyncio.run(main(), debug=True)
