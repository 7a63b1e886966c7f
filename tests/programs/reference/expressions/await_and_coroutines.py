# 6.4 Await expression: where it may stand and what it may wait for
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await value(1) + await value(2), -await value(3), await value(2) ** 2, [await value(i) for i in range(3)])
    print({await value(k): await value(k * 2) for k in "ab"}, (await value("abc")).upper(), (await value([1, 2]))[0])
    print(f"{await value('in a format')}", await value(5) if await value(True) else 0, await value(0) or await value("or"))
    print([x async for x in agen(3)], [x async for x in agen(3) if await value(x % 2)], sum([x async for x in agen(3)]))
    x = [await value(i) async for i in agen(2)]
    print(x, (await value(1)) < await value(2) < await value(3))
    return await value("done")


async def agen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


print(asyncio.run(main()))
for source in ("await x", "def f(): await x", "async def f(): lambda: await x", "def f(): [await x for y in z]", "async def f(): [await x for y in z]", "def f(): async with a: pass", "def f(): async for a in b: pass", "async for a in b: pass", "async with a: pass", "def f(): [x async for x in y]", "[x async for x in y]",
               "async def f(): yield from x", "async def f(): return 1; yield", "async def f(): yield 1", "async def f():\n  yield 1\n  return", "async def f():\n  yield 1\n  return 2", "def f(await): pass", "await = 1", "async def f(): await", "async x = 1", "async def f(): await await x", "async def f(): -await x ** 2", "async def f(): await -x", "async lambda: 1", "async def f(): def g(): await x",
               "async def f():\n def g():\n  await x", "async def f(): (x async for x in y)", "def f(): (x async for x in y)", "class C: await x", "async def f(x=await y): pass", "async def f():\n class C:\n  await x", "(await x for x in y)"):
    try:
        compile(source, "a", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg, e.lineno, e.offset)
