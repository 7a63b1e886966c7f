# A mistake people make: await in an ordinary function
import asyncio


def main():
    await asyncio.sleep(1)


main()
