# Any object that can be compared with 0 and added to the time is a delay.
import asyncio


class Half:
    def __le__(self, other):
        return 0.5 <= other

    def __radd__(self, other):
        print("added to", other)
        return other + 0.5

    def __ne__(self, other):
        return False


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(True)
    print(loop.time())
    await asyncio.sleep(Half())
    print(loop.time())
    try:
        await asyncio.sleep(1j)
    except TypeError as error:
        print(error)


asyncio.run(main())
