# Handles and timer handles, plain, cancelled, and in debug mode.
import asyncio


def callback(*args):
    pass


class Caller:
    def method(self):
        pass

    def __call__(self):
        pass

    def __repr__(self):
        return "<caller>"


async def main():
    loop = asyncio.get_running_loop()
    for handle in (
        loop.call_soon(callback, 1, "two"),
        loop.call_later(2.5, callback),
        loop.call_at(3, Caller().method),
        loop.call_soon(Caller()),
        loop.call_soon(print, "printed"),
        loop.call_soon(lambda: None),
    ):
        print(handle)
        handle.cancel()
        print(handle)


asyncio.run(main())
