# create_eager_task_factory() with a class of one's own.
import asyncio


class MyTask(asyncio.Task):
    pass


async def job():
    print("running in", type(asyncio.current_task()).__name__)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(MyTask))
    task = asyncio.create_task(job())
    print(type(task).__name__, task.done())
    await task


asyncio.run(main())
