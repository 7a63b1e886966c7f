# A generator that is left by `break` in the last statement: the task that closes it is cancelled before it starts.
import asyncio


async def count_to(end):
    try:
        for number in range(end):
            yield number
    except BaseException as error:
        print("ends with", repr(error))
        raise
    finally:
        print("closed by", asyncio.current_task().get_name())


async def main():
    async for number in count_to(3):
        break


asyncio.run(main())
