# Debug mode: coroutines as callbacks are refused, and reprs tell where things were made.
import asyncio


async def job():
    await asyncio.sleep(0)


def callback(a):
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    try:
        loop.call_soon(job)
    except TypeError as error:
        print(error)
    try:
        loop.call_later(1, job)
    except TypeError as error:
        print(error)
    print(loop.call_soon(callback, "argument"))
    print(loop.call_later(1, callback, "argument"))
    task = asyncio.create_task(job(), name="J")
    print(task)
    await task
    print(task)


asyncio.run(main(), debug=True)
