# async with: entering and leaving may wait; exceptions pass through __aexit__.
import asyncio
from contextlib import asynccontextmanager


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("connecting", self.name)
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, kind, error, tb):
        await asyncio.sleep(0.5)
        print("closed", self.name, kind and kind.__name__)
        return kind is KeyError

    async def query(self, text):
        await asyncio.sleep(0.25)
        return f"{self.name}: {text}"


@asynccontextmanager
async def transaction(connection):
    print("begin")
    try:
        yield connection
    except ValueError as error:
        print("rollback", error)
        raise
    else:
        print("commit")


async def main():
    loop = asyncio.get_running_loop()
    async with Connection("db") as c, transaction(c) as t:
        print(await t.query("select"))
    async with Connection("other"):
        raise KeyError("swallowed")
    try:
        async with Connection("third") as c:
            async with transaction(c):
                raise ValueError("bad value")
    except ValueError as error:
        print("main caught", error)
    print(loop.time())


asyncio.run(main())
