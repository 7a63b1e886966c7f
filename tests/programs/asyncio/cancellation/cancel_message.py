# The message of cancel() travels to where CancelledError is caught, once.
import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("job:", error.args)
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    print(task.cancel(msg="out of time"))
    try:
        await task
    except asyncio.CancelledError as error:
        print("main:", error.args)
    print(task.cancelled(), task.cancel("again"))
    try:
        task.result()
    except asyncio.CancelledError as error:
        print("result:", error.args)


asyncio.run(main())
