# A loop class of one's own, with a clock of its own words.
import asyncio


class CountingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.calls = 0

    def call_soon(self, callback, *args, context=None):
        self.calls += 1
        return super().call_soon(callback, *args, context=context)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "one")
    loop.call_soon(print, "two")
    await asyncio.sleep(0)
    return type(loop).__name__


loop = CountingLoop()
print(loop.run_until_complete(main()))
print(isinstance(loop, asyncio.AbstractEventLoop), loop.calls >= 2)
loop.close()
