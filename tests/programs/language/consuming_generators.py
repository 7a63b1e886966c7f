# Built-ins that go through generators and call key functions: errors on the way, early ends, and what is left.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def gen(n, bad=None):
    for i in range(n):
        if i == bad: raise ValueError(f"bad {i}")
        yield i
t(lambda: sum(gen(5))); t(lambda: sum(gen(5,2))); t(lambda: list(gen(3))); t(lambda: tuple(gen(3,1))); t(lambda: set(gen(4)))
t(lambda: sorted(gen(4), key=lambda x: -x)); t(lambda: sorted(gen(4), key=lambda x: 1/(x-2)))
t(lambda: max(gen(4), key=lambda x: -x)); t(lambda: min(gen(0), default='d')); t(lambda: max(gen(0)))
t(lambda: any(x>1 for x in gen(5))); t(lambda: all(x<9 for x in gen(5))); t(lambda: any(gen(5,0))); t(lambda: all(gen(0)))
t(lambda: ','.join(str(x) for x in gen(3))); t(lambda: ','.join(x for x in gen(3)))
t(lambda: list(map(lambda x: x*2, gen(3)))); t(lambda: list(map(lambda x: x*2, [1,2]))); t(lambda: list(map(lambda x: 1/x, [1,0])))
t(lambda: [*map(lambda x:x+1, range(3))]); t(lambda: sum(map(lambda x:x+1, range(3))))
x=[3,1,2]
try: x.sort(key=lambda v: 1/(v-1))
except ZeroDivisionError as e: print('zde', x)
def k(v): x.append(v); return v
try: x.sort(key=k)
except ValueError as e: print(e, x)
x=[3,1,2]
x.sort(key=lambda v: len(x)); print(x)
x.sort(key=lambda v: -v, reverse=True); print(x)
class A:
    def key(self, v): return -v
print(sorted([1,2,3], key=A().key), max([1,2],key=A().key))
g=gen(5)
print(any(v==2 for v in g), next(g), list(g), list(g))
def outer():
    yield from gen(2)
    return 5
print(list(outer()), sum(outer()))
def stop():
    yield 1
    raise StopIteration('x')
t(lambda: list(stop())); t(lambda: sum(stop()))
def selfref():
    yield list(G)
G=selfref()
t(lambda: list(G))
print(list(x for x in (y for y in range(3))), dict((a,b) for a,b in [(1,2)]), frozenset(i for i in range(2)))
l=[1]; l.extend(v for v in gen(3)); print(l); l+=(v for v in gen(2)); print(l)
l=[1,2,3]; l.extend(i for i in l[:2]); print(l)
def rec(n): return 0 if n==0 else 1+sum(rec(n-1) for _ in range(1))
print(rec(50))
def fin():
    try:
        yield 1
        yield 2
    finally: print('fin')
print(any(fin()))
print('after')
import functools
print(functools.reduce(lambda a,b:a+b,(v for v in gen(4))))
class It:
    def __iter__(self): return (i for i in range(3))
print(list(It()), sum(It()), sorted(It()), max(It()))
