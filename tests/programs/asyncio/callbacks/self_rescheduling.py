# A callback that queues itself runs once each turn, between the steps of a task.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    left = 4

    def again():
        nonlocal left
        left -= 1
        print("again", left)
        if left:
            loop.call_soon(again)

    loop.call_soon(again)
    for n in range(5):
        await asyncio.sleep(0)
        print("main", n)


asyncio.run(main())
