# What can't be awaited, by name.
import asyncio


class NoIterator:
    def __await__(self):
        return 42


async def main():
    for thing in (None, 1, "text", [asyncio.sleep], NoIterator(), print):
        try:
            await thing
        except TypeError as error:
            print(error)


asyncio.run(main())
