# Done-callbacks run by call_soon, in order of registration, with the future as argument.
import asyncio
import functools


async def work():
    await asyncio.sleep(1)
    print("work returns")
    return "result"


def on_done(label, task):
    print(label, task.get_name(), task.result())


def failing(task):
    raise RuntimeError("in callback")


async def main():
    task = asyncio.create_task(work(), name="job")
    first = functools.partial(on_done, "first")
    task.add_done_callback(first)
    task.add_done_callback(functools.partial(on_done, "second"))
    task.add_done_callback(first)
    print(task.remove_done_callback(first))
    await task
    print("main resumed")
    task.add_done_callback(functools.partial(on_done, "late"))
    print("late one is only scheduled")
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"].split(" at ")[0], repr(context["exception"])))
    task.add_done_callback(failing)
    await asyncio.sleep(0)
    print("the loop goes on")


asyncio.run(main())
