# The exception of a task that nobody holds is reported when the task ends, not when the program does.
import asyncio


async def fail():
    raise ValueError("nobody looks")


async def main():
    asyncio.create_task(fail())
    await asyncio.sleep(0.1)
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "this comes after"})


asyncio.run(main())
