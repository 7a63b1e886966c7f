# create_task(context=…) runs a task in a context that the caller can look into.
import asyncio
import contextvars

steps = contextvars.ContextVar("steps", default=0)


async def job():
    for _ in range(3):
        steps.set(steps.get() + 1)
        await asyncio.sleep(0)


async def main():
    context = contextvars.copy_context()
    await asyncio.create_task(job(), context=context)
    await asyncio.create_task(job(), context=context)
    print(context[steps], steps.get())
    task = asyncio.create_task(job(), context=context)
    print(task.get_context() is context)
    await task


asyncio.run(main())
