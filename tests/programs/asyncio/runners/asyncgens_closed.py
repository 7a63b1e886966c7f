# run() closes the asynchronous generators that nobody finished.
import asyncio


async def numbers(name):
    try:
        for n in range(10):
            yield n
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(1)
        print(name, "is closed at", asyncio.get_running_loop().time())


kept = []


async def main():
    for name in "a":
        generator = numbers(name)
        kept.append(generator)
        print(name, await anext(generator))
    print("main ends")


asyncio.run(main())
