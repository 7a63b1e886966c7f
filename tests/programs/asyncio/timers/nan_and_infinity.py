# sleep(nan) is an error; sleep(inf) waits for ever, so a timeout has to end it.
import asyncio


async def main():
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print("ValueError:", error)
    try:
        await asyncio.wait_for(asyncio.sleep(float("inf")), 3)
    except TimeoutError:
        print("gave up at", asyncio.get_running_loop().time())


asyncio.run(main())
