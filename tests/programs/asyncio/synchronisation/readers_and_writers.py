# A readers-writer lock made of a condition.
import asyncio


class ReadWrite:
    def __init__(self):
        self.readers, self.writing = 0, False
        self.condition = asyncio.Condition()

    async def read(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        print(f"{asyncio.get_running_loop().time()} {name} reads with {self.readers}")
        await asyncio.sleep(2)
        async with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    async def write(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True
        print(f"{asyncio.get_running_loop().time()} {name} writes alone")
        await asyncio.sleep(1)
        async with self.condition:
            self.writing = False
            self.condition.notify_all()


async def main():
    lock = ReadWrite()
    await asyncio.gather(lock.read("r1"), lock.write("w1"), lock.read("r2"), lock.write("w2"))


asyncio.run(main())
