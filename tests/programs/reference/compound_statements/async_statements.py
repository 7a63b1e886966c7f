# 8.9 Coroutines: async def, async for and async with, in the order in which things happen
import asyncio

log = []


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        log.append(f"enter {self.name}")
        return self.name

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        log.append(f"exit {self.name} {value!r}")
        return self.swallow


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        log.append("aiter")
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def gen():
    try:
        got = yield 1
        log.append(f"got {got}")
        yield 2
    finally:
        log.append("gen closed")


async def main():
    async with Manager("a") as a, Manager("b", True) as b:
        log.append(f"body {a}{b}")
        raise ValueError("v")
    async for i in Ticker(3):
        if i == 2:
            continue
        log.append(i)
        if i == 0:
            break
    else:
        log.append("no else after break")
    async for i in Ticker(0):
        pass
    else:
        log.append("else")
    g = gen()
    log.append(await g.__anext__())
    log.append(await g.asend("sent"))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        log.append(repr(e))
    log.append(await anext(g, "default"))
    g = gen()
    await anext(g)
    await g.aclose()
    g = gen()
    await anext(g)
    try:
        await g.athrow(KeyError("thrown"))
    except KeyError as e:
        log.append(repr(e))
    for bad in (lambda: async_for(5), lambda: async_with(5), lambda: await_it(5), lambda: async_for([1]), lambda: async_with(open), lambda: async_for(gen)):
        try:
            await bad()
        except TypeError as e:
            log.append(str(e))


async def async_for(x):
    async for _ in x:
        pass


async def async_with(x):
    async with x:
        pass


async def await_it(x):
    await x


asyncio.run(main())
print(*log, sep="\n")
