# The future is done, the task queued, then cancelled: CancelledError is thrown in, the result is lost.
import asyncio


async def waiter(future):
    try:
        print("result", await future)
    except asyncio.CancelledError:
        print("cancelled although the future has", future.result())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result(42)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
