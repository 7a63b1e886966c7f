# weakref: references, callbacks, proxies, containers, finalize
import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A({self.n})"
    def hello(self): return "hello " + str(self.n)
    def __len__(self): return 3
    def __add__(self, o): return self.n + (o.n if isinstance(o, A) else o)
a = A(1)
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), weakref.getweakrefcount(a), r == weakref.ref(a), hash(r) == hash(a))
r2 = weakref.ref(a, lambda x: print("callback 2", x is r2, x()))
r3 = weakref.ref(a, lambda x: print("callback 3"))
print(weakref.getweakrefcount(a))
del a
print(r(), r2(), "gone")
for x in (1, "s", (1,), [1], {}, None, 1.5, b"", object()):
    try: weakref.ref(x)
    except TypeError as e: print(e)
def f(): pass
for x in (f, A, {1}, frozenset([1]), (i for i in [])): print(type(weakref.ref(x)()).__name__)
class S:
    __slots__ = ("x",)
class SW:
    __slots__ = ("x", "__weakref__")
try: weakref.ref(S())
except TypeError as e: print(e)
sw = SW()
print(weakref.ref(sw)() is sw)
b = A(2)
p = weakref.proxy(b)
print(p.n, p.hello(), len(p), p + 1, p + p, str(p), bool(p), type(p).__name__)
p.n = 5
print(b.n)
del b
try: p.n
except ReferenceError as e: print("ReferenceError", e)
d = weakref.WeakValueDictionary()
v1, v2 = A("v1"), A("v2")
d["a"] = v1
d["b"] = v2
print(dict(d), len(d), "a" in d, d.get("zz", 0))
del v1
print(dict(d), len(d), list(d.keys()), list(d.values()))
try: d["a"]
except KeyError as e: print("KeyError", e)
k = weakref.WeakKeyDictionary()
k1, k2 = A("k1"), A("k2")
k[k1] = 1
k[k2] = 2
print(len(k), k[k1], k1 in k)
del k1
print(len(k), list(k.items()))
s = weakref.WeakSet()
s1, s2 = A("s1"), A("s2")
s.add(s1)
s.add(s2)
s.add(s1)
print(len(s), s1 in s)
s1 = None
print(len(s), list(s))
fin = weakref.finalize(s2, print, "finalized", 1, sep="-")
print(fin.alive, fin.peek()[2])
s2 = None
s.clear()
print(fin.alive, fin())
o = A("o")
fin2 = weakref.finalize(o, print, "never")
print(fin2.detach() is not None, fin2.alive)
del o
o = A("atexit")
fin3 = weakref.finalize(o, print, "at exit")
print(fin3.atexit)
m = A("m")
wm = weakref.WeakMethod(m.hello)
print(wm()())
del m
print(wm())
class Node:
    def __init__(self, name): self.name, self.parent, self.children = name, None, []
    def add(self, c): self.children.append(c); c.parent = weakref.ref(self)
root = Node("root")
c = Node("c")
root.add(c)
print(c.parent().name)
del root
print(c.parent())
x = Node("x")
x.parent = x
w = weakref.ref(x)
del x
print(w() is None)
gc.collect()
print(w())
class Cache:
    def __init__(self): self.d = weakref.WeakValueDictionary()
    def get(self, k):
        v = self.d.get(k)
        if v is None: v = self.d[k] = A(k)
        return v
ch = Cache()
one = ch.get("k")
print(ch.get("k") is one, len(ch.d))
one = None
print(len(ch.d))
def scope():
    t = A("t"); return weakref.ref(t)
print(scope()())
lst = [A(i) for i in range(3)]
refs = [weakref.ref(i) for i in lst]
lst.pop()
print([q() for q in refs])
lst[0] = None
print([q() for q in refs])
lst.clear()
print([q() for q in refs])
def bad(_): raise ValueError("in callback")
z = A("z")
rz = weakref.ref(z, bad)
del z
print(gc.isenabled(), gc.get_threshold())
gc.disable()
print(gc.isenabled())
gc.enable()
print("end")
