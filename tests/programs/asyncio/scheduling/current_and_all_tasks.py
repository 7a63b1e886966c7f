# current_task, all_tasks, and the names of tasks.
import asyncio


async def worker():
    task = asyncio.current_task()
    print("I am", task.get_name())
    await asyncio.sleep(1)
    task.set_name("renamed")
    await asyncio.sleep(1)


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(worker())
    b = asyncio.create_task(worker(), name="custom")
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.sleep(1.5)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await a
    await b
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())
    print(a.get_coro().__name__, a.get_coro().__qualname__, type(a).__name__)


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
