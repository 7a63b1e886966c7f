# What a task tells of itself: name, coroutine, loop, context.
import asyncio
import contextvars

mark = contextvars.ContextVar("mark", default="-")


async def job():
    mark.set("set in the task")
    await asyncio.sleep(1)
    return "result"


async def main():
    mark.set("main")
    coroutine = job()
    task = asyncio.create_task(coroutine, name="my task")
    print(task.get_name(), task.get_coro() is coroutine, task.get_loop() is asyncio.get_running_loop())
    print(task.get_context()[mark])
    await task
    print(task.get_context()[mark], mark.get())
    task.set_name(("any", "object"))
    print(task.get_name())


asyncio.run(main())
