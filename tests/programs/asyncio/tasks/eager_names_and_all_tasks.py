# An eager task has a name and is current while it runs; once done it is in no set.
import asyncio


async def job():
    me = asyncio.current_task()
    print(me.get_name(), me in asyncio.all_tasks(), len(asyncio.all_tasks()))


async def main():
    task = asyncio.create_task(job(), name="eager", eager_start=True)
    print(task.done(), task in asyncio.all_tasks(), task.get_coro())
    print(asyncio.current_task().get_name())


asyncio.run(main())
