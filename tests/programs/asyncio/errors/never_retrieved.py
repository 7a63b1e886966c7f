# An exception in a task that nobody looks at is reported when the task is thrown away.
import asyncio


async def fails():
    raise ValueError("nobody asked")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(1)
    print("task done:", task.done())
    del task
    print("reported on stderr before this line, at the moment of del")


asyncio.run(main())
print("exit status stays 0")
