# __await__ in three ways: a generator, another coroutine's, and a future's iterator.
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        while self.n:
            print("countdown", self.n)
            self.n -= 1
            yield
        return "liftoff"


class Delayed:
    def __await__(self):
        return self.wait().__await__()

    async def wait(self):
        await asyncio.sleep(1)
        return "delayed"


class Promise:
    def __init__(self):
        self.future = asyncio.get_running_loop().create_future()

    def __await__(self):
        return self.future.__await__()


async def main():
    print(await Countdown(3))
    print(await Delayed(), asyncio.get_running_loop().time())
    promise = Promise()
    promise.future.set_result("kept")
    print(await promise)
    print(await asyncio.gather(Countdown(1), Delayed()))


asyncio.run(main())
