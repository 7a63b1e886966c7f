# shield(): the outer wait is cancelled, the work goes on; cancelling the work cancels the wait.
import asyncio


async def work():
    try:
        await asyncio.sleep(2)
        print("work is done at", asyncio.get_running_loop().time())
        return "result"
    except asyncio.CancelledError:
        print("work is cancelled")
        raise


async def main():
    task = asyncio.create_task(work())
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print("gave up waiting at", asyncio.get_running_loop().time())
    print(await task)

    task = asyncio.create_task(work())
    outer = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("the shield passes it on:", outer.cancelled(), task.cancelled())

    done = asyncio.create_task(asyncio.sleep(0, "done"))
    await done
    print(asyncio.shield(done) is done)


asyncio.run(main())
