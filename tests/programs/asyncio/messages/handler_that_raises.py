# If the handler itself raises, both errors are told.
import asyncio


def handler(loop, context):
    raise TypeError("handler is broken")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "the first trouble"})
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler("no function")
    except TypeError as error:
        print(error)


asyncio.run(main())
