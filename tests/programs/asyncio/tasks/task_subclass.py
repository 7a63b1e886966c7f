# A task class of one's own, by a task factory.
import asyncio


class LoggedTask(asyncio.Task):
    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        print("made", self.get_name())

    def cancel(self, msg=None):
        print("cancel", self.get_name(), msg)
        return super().cancel(msg)


def factory(loop, coro, **kwargs):
    return LoggedTask(coro, loop=loop, **kwargs)


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(job(1), name="first")
    print(type(task).__name__, await task)
    try:
        await asyncio.wait_for(asyncio.create_task(job(5), name="second"), 1)
    except TimeoutError:
        print("timed out")
    loop.set_task_factory(None)
    print(type(asyncio.create_task(job(0))).__name__)


asyncio.run(main())
