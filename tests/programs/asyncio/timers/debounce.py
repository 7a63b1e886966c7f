# A debouncer restarts its timer at each call; only the last of a burst gets through.
import asyncio


class Debouncer:
    def __init__(self, delay, action):
        self.delay, self.action, self.handle = delay, action, None

    def __call__(self, value):
        if self.handle is not None:
            self.handle.cancel()
        loop = asyncio.get_running_loop()
        self.handle = loop.call_later(self.delay, self.action, value)


async def main():
    loop = asyncio.get_running_loop()
    search = Debouncer(0.3, lambda text: print(f"{loop.time():.2f} search {text}"))
    for pause, text in ((0, "p"), (0.1, "py"), (0.1, "pyt"), (0.5, "python"), (0.2, "pythons")):
        await asyncio.sleep(pause)
        print(f"{loop.time():.2f} typed {text}")
        search(text)
    await asyncio.sleep(1)


asyncio.run(main())
