# What run() does not take.
import asyncio


async def main():
    return 1


for wrong in (main, 5, None, "main()"):
    try:
        asyncio.run(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Awaitable:
    def __await__(self):
        return main().__await__()


print(asyncio.run(Awaitable()))
