# An exception that leaves main() ends the program with status 1 and a traceback.
import asyncio


async def fetch(n):
    await asyncio.sleep(n)
    return 10 / (2 - n)


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        print("background is cancelled by asyncio.run")


async def main():
    task = asyncio.create_task(background())
    for n in range(4):
        print(n, await fetch(n))


asyncio.run(main())
print("not reached")
