# An exception thrown into a generator that has not begun is shown at the line of the definition.
import asyncio
import traceback


def plain():
    yield 1


class Numbers:
    @staticmethod
    def numbers(first,
                last):
        yield first


async def slowly():
    yield 1


async def main():
    try:
        await slowly().athrow(ValueError("slowly"))
    except ValueError as error:
        traceback.print_exc()
        print(error.__traceback__.tb_next.tb_lineno)


for generator in plain(), Numbers.numbers(1, 2), (x for x in [1]):
    try:
        generator.throw(ValueError("thrown"))
    except ValueError:
        traceback.print_exc()
    print(list(generator))
asyncio.run(main())
