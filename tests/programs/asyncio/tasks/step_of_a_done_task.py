# A task that gets its exception from outside: its next step fails, and the loop reports that as a callback's error.
import asyncio


async def scheduled():
    await asyncio.sleep(0)


async def waiting(future):
    await future


def tell(loop, context):
    for shown in (context["message"], repr(context["handle"])):
        print(shown.partition(" at 0x")[0])
    print(repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(tell)
    future = loop.create_future()
    tasks = [loop.create_task(scheduled()), loop.create_task(waiting(future))]
    await asyncio.sleep(0)
    for task in tasks:
        asyncio.Future.set_exception(task, ValueError(task.get_name()))
    future.set_result(None)
    await asyncio.sleep(1)
    for task in tasks:
        print(task, task.exception())


asyncio.run(main())
