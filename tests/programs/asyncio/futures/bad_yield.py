# A task can't wait for what is no future.
import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def waits(value):
    await Yields(value)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for value in (42, "text", future):
        try:
            await waits(value)
        except RuntimeError as error:
            print(error)


asyncio.run(main())
