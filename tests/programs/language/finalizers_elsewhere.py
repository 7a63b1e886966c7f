# __del__: resurrection, inheritance, generators, exceptions, asyncio
import asyncio, gc
class Base:
    def __del__(self): print("del", type(self).__name__, getattr(self, "tag", None))
class Child(Base):
    def __init__(self, tag): self.tag = tag
saved = []
class Phoenix(Base):
    def __del__(self):
        print("rises"); saved.append(self)
p = Phoenix()
p = None
print(len(saved))
saved.clear()
print("not again")
class Ctx:
    def __enter__(self): return Child("ctx")
    def __exit__(self, *a): print("exit")
with Ctx() as c: print("in", c.tag)
del c
def gen():
    g = Child("gen"); yield 1; yield 2
for i in gen(): break
print("after break")
it = gen()
next(it)
del it
print("after del gen")
def raises():
    k = Child("raises")
    raise ValueError("x")
try: raises()
except ValueError as e: print("caught")
print("after except")
async def work(n):
    r = Child(f"task{n}"); await asyncio.sleep(n); print("done", n)
async def main():
    t = [asyncio.create_task(work(i)) for i in (2, 1)]
    await asyncio.gather(*t)
    print("gathered")
asyncio.run(main())
class Pool:
    def __init__(self): self.items = {i: Child(f"p{i}") for i in range(3)}
    def drop(self, i): del self.items[i]
    def replace(self, i): self.items[i] = Child("new")
pool = Pool()
pool.drop(1)
print("dropped")
pool.replace(2)
print("replaced")
pool.items = {}
print("emptied")
a, b = Child("a"), Child("b")
a.other, b.other = b, a
del a, b
print("cycle")
gc.collect()
print("collected")
x = y = Child("x")
x = None
print("one left")
y = 1
f = lambda c: c.tag
print(f(Child("lambda")))
def outer():
    c = Child("closure")
    def inner(): return c.tag
    return inner
g = outer()
print(g())
del g
print("closure gone")
t = (Child("t1"), Child("t2"))
t = None
class Late: pass
Child("chain").tag
for i in range(3): loop_var = Child(i)
print("loop done")
