# isfuture() knows futures, tasks and what is derived from them.
import asyncio


class Promise(asyncio.Future):
    def resolve(self, value):
        if not self.done():
            self.set_result(value)


async def nothing():
    pass


async def main():
    promise = Promise()
    coroutine = nothing()
    task = asyncio.create_task(nothing())
    print([asyncio.isfuture(each) for each in (promise, task, coroutine, asyncio.Future, 1)])
    coroutine.close()
    asyncio.get_running_loop().call_later(1, promise.resolve, "kept")
    print(promise, isinstance(task, asyncio.Future))
    print(await promise, promise)
    promise.resolve("again")
    print(promise.get_loop() is asyncio.get_running_loop())


asyncio.run(main())
