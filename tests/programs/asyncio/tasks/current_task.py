# current_task() inside of a task, of a callback, and outside.
import asyncio


async def child():
    print("child:", asyncio.current_task().get_name())


def callback():
    print("callback:", asyncio.current_task())


async def main():
    loop = asyncio.get_running_loop()
    print("main:", asyncio.current_task().get_name(), asyncio.current_task(loop) is asyncio.current_task())
    await child()
    await asyncio.create_task(child(), name="T")
    loop.call_soon(callback)
    await asyncio.sleep(0)


asyncio.run(main())
for function in (asyncio.current_task, asyncio.all_tasks):
    try:
        function()
    except RuntimeError as error:
        print(error)
