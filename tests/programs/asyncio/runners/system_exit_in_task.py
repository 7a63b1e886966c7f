# SystemExit in a task other than main stops the loop at once, past the one who awaits it.
import asyncio


async def quitter():
    await asyncio.sleep(1)
    raise SystemExit("a message instead of a code")


async def main():
    task = asyncio.create_task(quitter())
    try:
        await task
    except BaseException as error:
        print("main sees", repr(error))
        raise
    finally:
        print("main's finally")


asyncio.run(main())
