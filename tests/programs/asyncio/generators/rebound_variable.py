# A new value for a variable ends the generator that it held, whatever gives the value.
import asyncio
def note(*what):
    task = asyncio.current_task()
    print(task.get_name() if task else 'loop', *what)
async def agen(count):
    try:
        for item in range(3):
            yield item
    finally:
        note("closing", count)
def gen(n):
    try:
        yield 1
        yield 2
    finally:
        print("gen closing", n)
def make(): return 5
class CM:
    def __enter__(self): return 7
    def __exit__(self, *a): pass
class ACM:
    async def __aenter__(self): return 7
    async def __aexit__(self, *a): pass
async def main():
    a = agen(1); await anext(a)
    a = make(); note("1"); await asyncio.sleep(0)
    a = agen(2); await anext(a)
    a = [1][0]; note("2"); await asyncio.sleep(0)
    a = agen(3); await anext(a)
    with CM() as a: note("3")
    await asyncio.sleep(0)
    a = agen(4); await anext(a)
    async with ACM() as a: note("4")
    await asyncio.sleep(0)
    a = agen(5); await anext(a)
    for a in range(2): note("5", a)
    await asyncio.sleep(0)
    a = agen(6); await anext(a)
    a, b = 1, 2; note("6"); await asyncio.sleep(0)
    a = agen(7); await anext(a)
    a = 1 + b; note("7"); await asyncio.sleep(0)
    a = agen(8); await anext(a)
    a = await asyncio.sleep(0, 5); note("8"); await asyncio.sleep(0)
    a = agen(9); await anext(a)
    async for a in agen(10): note("9", a)
    await asyncio.sleep(0)
    a = agen(11); await anext(a)
    try:
        raise ValueError
    except ValueError as a: note("11")
    await asyncio.sleep(0)
    a = agen(12); await anext(a)
    import sys as a
    note("12"); await asyncio.sleep(0)
    a = agen(13); await anext(a)
    (a := 3); note("13"); await asyncio.sleep(0)
    a = agen(14); await anext(a)
    match 5:
        case a: note("14")
    await asyncio.sleep(0)
    a = agen(15); await anext(a)
    a = f"{b}"; note("15"); await asyncio.sleep(0)
    a = agen(16); await anext(a)
    a = b < 3; note("16"); await asyncio.sleep(0)
    a = agen(17); await anext(a)
    a = a is None; note("17"); await asyncio.sleep(0)
    a = agen(18); await anext(a)
    a = lambda: 3; note("18"); await asyncio.sleep(0)
    a = agen(19); await anext(a)
    a = None; note("19"); await asyncio.sleep(0)
    a = agen(20); await anext(a)
    del a; note("20"); await asyncio.sleep(0)
    a = agen(21); await anext(a)
    a = [x for x in range(3)]; note("21"); await asyncio.sleep(0)
    a = agen(22); await anext(a)
    a = await anext(a); note("22"); await asyncio.sleep(0)
    a = agen(23); await anext(a)
    a = a and 5; note("23"); await asyncio.sleep(0)
    a = agen(24); await anext(a)
    a = b if b else 2; note("24"); await asyncio.sleep(0)
    a = agen(25); await anext(a)
    def a(): pass
    note("25"); await asyncio.sleep(0)
    a = agen(26); await anext(a)
    class a: pass
    note("26"); await asyncio.sleep(0)
    a = agen(27); await anext(a)
    a = (yield_ for yield_ in ()); note("27"); await asyncio.sleep(0)
    a = gen(28); next(a)
    for a in gen(29): print("for", a)
    a = gen(30); next(a)
    with CM() as a: print("with")
    a = gen(31); next(a)
    a = next(a); print("next")
asyncio.run(main())
