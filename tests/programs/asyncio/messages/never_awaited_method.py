# The warning names the coroutine by its qualified name.
import asyncio


class Service:
    async def start(self):
        pass

    async def run(self):
        self.start()
        asyncio.sleep(1)
        return "ran without starting"


print(asyncio.run(Service().run()))
