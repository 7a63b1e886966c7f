# A pipeline of asynchronous generators.
import asyncio


async def numbers(n):
    for i in range(n):
        yield i


async def squares(source):
    async for value in source:
        yield value * value


async def main():
    print(sum([value async for value in squares(numbers(80_000)) if value % 3 == 0]))


asyncio.run(main())
