# Callbacks and timers see the values of the moment in which they were set.
import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


def show(label):
    print(label, level.get())


async def main():
    loop = asyncio.get_running_loop()
    level.set(1)
    loop.call_soon(show, "soon")
    loop.call_later(1, show, "later")
    future = loop.create_future()
    future.add_done_callback(lambda f: show("done callback"))
    level.set(2)
    future.set_result(None)
    await asyncio.sleep(2)
    show("main")


asyncio.run(main())
