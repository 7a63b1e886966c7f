# Cancellation unwinds: __aexit__ and finally run, innermost first, and may wait.
import asyncio


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("close", self.name, kind.__name__)
        await asyncio.sleep(0.5)
        print("closed", self.name, asyncio.get_running_loop().time())


async def job():
    async with Resource("database"):
        async with Resource("file"):
            try:
                await asyncio.sleep(10)
            finally:
                print("finally")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("done at", asyncio.get_running_loop().time())


asyncio.run(main())
