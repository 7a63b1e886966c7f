# An exception of the main coroutine comes out of run() after everything is cleaned up.
import asyncio


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        print("background is cleaned up")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    raise ValueError("from main")


try:
    asyncio.run(main())
except ValueError as error:
    print("caught", error)
print(asyncio.run(asyncio.sleep(1, "a second run")))
