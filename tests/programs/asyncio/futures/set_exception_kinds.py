# set_exception() takes an instance or a class, but neither StopIteration nor something else.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for exception in (ValueError("instance"), ValueError, StopIteration(3), "text", 5):
        future = loop.create_future()
        try:
            future.set_exception(exception)
        except TypeError as error:
            print("TypeError:", error)
            continue
        print(repr(future.exception()), repr(future.exception().__cause__))


asyncio.run(main())
