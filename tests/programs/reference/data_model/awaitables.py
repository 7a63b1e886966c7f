# 3.4 Coroutines: awaitable objects, the methods of coroutines, asynchronous iterators and context managers, driven by hand
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return f"got {got}"


async def worker():
    a = await Suspend(1)
    b = await Suspend(2)
    return a, b


co = worker()
print(type(co).__name__, co.__name__, co.cr_await, co.cr_running)
print(co.send(None), co.send("x"))
try:
    co.send("y")
except StopIteration as e:
    print("returned", e.value)
for attempt in (lambda: co.send(None), lambda: co.send(1)):
    try:
        attempt()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Manager:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, *exc):
        print("aexit", exc[0])
        return True


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as e:
        return e.value
    except Exception as e:
        return type(e).__name__, str(e)


async def loops():
    out = [i async for i in Countdown(3)]
    async with Manager() as m:
        out.append(type(m).__name__)
        raise ValueError("swallowed")
    async for i in Countdown(1):
        out.append(i)
    else:
        out.append("else")
    return out


print(drive(loops()))


async def wrong(kind):
    if kind == 0:
        await 5
    if kind == 1:
        async for x in [1]:
            pass
    if kind == 2:
        async with open:
            pass
    if kind == 3:
        await type("A", (), {"__await__": lambda s: 5})()
    if kind == 4:
        async for x in type("A", (), {"__aiter__": lambda s: 5})():
            pass
    if kind == 5:
        for x in Countdown(1):
            pass
    if kind == 6:
        with Manager():
            pass
    if kind == 7:
        raise StopIteration(3)
    if kind == 9:
        await None
    if kind == 10:
        await worker


for kind in range(11):
    print(kind, drive(wrong(kind)))
c2 = worker()
c2.send(None)
try:
    c2.throw(KeyError("thrown"))
except KeyError as e:
    print("out came", e)
c3 = worker()
print(c3.close(), c3.cr_frame)
