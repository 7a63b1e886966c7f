# SystemExit ends the program with its code, after the other tasks were cancelled.
import asyncio
import sys


async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise


async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(1)
    print("exiting with 7, other done:", task.done())
    sys.exit(7)


asyncio.run(main())
