# The coroutine of a task that is pending when the program ends is closed: its `finally` runs.
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except BaseException as error:
        print(name, "ends with", repr(error))
        raise
    finally:
        print(name, "closing")


async def main():
    global kept
    kept = [asyncio.create_task(work("one"))]
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
loop.run_until_complete(main())
print("the program ends")
