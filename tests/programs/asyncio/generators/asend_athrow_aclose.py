# Talking to an asynchronous generator: asend(), athrow(), aclose().
import asyncio


async def averager():
    total = count = 0
    average = None
    try:
        while True:
            try:
                value = yield average
            except ValueError as error:
                print("thrown in:", error)
                continue
            total += value
            count += 1
            average = total / count
    finally:
        await asyncio.sleep(1)
        print("closed at", asyncio.get_running_loop().time())


async def main():
    generator = averager()
    print(await generator.asend(None))
    print([await generator.asend(n) for n in (10, 20, 60)])
    print(await generator.athrow(ValueError("skip")))
    await generator.aclose()
    try:
        await generator.asend(1)
    except StopAsyncIteration:
        print("it has ended")


asyncio.run(main())
