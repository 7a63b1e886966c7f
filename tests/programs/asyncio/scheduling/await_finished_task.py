# Awaiting what is done already does not give way; awaiting what is not does.
import asyncio


async def worker():
    return "result"


async def other():
    for turn in range(4):
        print("other, turn", turn)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(worker())
    await task
    background = asyncio.create_task(other())
    print("awaiting the finished task three times")
    for _ in range(3):
        print(await task)
    print("other has not begun:", background.get_coro().cr_frame is not None)
    await asyncio.sleep(0)
    print("now it has")
    await background


asyncio.run(main())
