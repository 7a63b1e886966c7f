# format_exc() and print_exc() inside coroutines.
import asyncio
import sys
import traceback


async def inner():
    raise ValueError("inner")


async def main():
    try:
        await inner()
    except ValueError:
        print(traceback.format_exc())
        traceback.print_exc(file=sys.stdout)
    try:
        try:
            await inner()
        except ValueError as error:
            raise RuntimeError("outer") from error
    except RuntimeError:
        print(traceback.format_exc())


asyncio.run(main())
