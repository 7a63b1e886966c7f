# A coroutine that an exception drops from the middle of a statement is reported at that statement.
import asyncio


async def manager():
    pass


async def main():
    try:
        async with manager() as value:
            print(value)
    except TypeError as error:
        print(error)
    asyncio.get_running_loop().call_exception_handler({"message": "this comes after"})


asyncio.run(main())
