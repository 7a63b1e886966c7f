# The default handler writes the message, the other keys in order, and the exception.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "just a message"})
    loop.call_exception_handler({"no": "message", "b": [1], "a": 2})
    loop.call_exception_handler({"message": "with an exception", "exception": ValueError("v")})
    loop.default_exception_handler({"message": "called directly", "key": None})
    print("main ends")


asyncio.run(main())
