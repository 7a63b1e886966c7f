# await passes through ordinary coroutines without giving up control.
import asyncio


async def level(n):
    if n == 0:
        print("bottom reached without a pause")
        await asyncio.sleep(1)
        return 0
    return 1 + await level(n - 1)


async def other():
    print("the other task runs while the bottom sleeps")


async def main():
    task = asyncio.create_task(other())
    print("not started yet:", not task.done())
    print(await level(50))


asyncio.run(main())
