# Cancelling the consumer of an asynchronous generator reaches the generator's finally.
import asyncio


async def numbers():
    n = 0
    try:
        while True:
            yield n
            n += 1
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("generator is cancelled after", n)
        raise
    finally:
        print("generator's finally")


async def consumer():
    async for n in numbers():
        print("got", n)


async def main():
    task = asyncio.create_task(consumer())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
