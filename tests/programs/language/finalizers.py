# __del__: at CPython's moment, by every way of dropping a reference
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def helper(): return A
b = A("b")
a = A("a")
_c = A("_c")
class R:
    def __del__(self): raise ValueError("in del")
r = R()
del r
r = R()
r = None
x = A("x")
x.me = x
del x
p = A("p")
p.child = A("child")
p.other = A("other")
p = None
def f():
    q = A("q"); w = A("w")
    print("leaving f")
f()
d = {"k": A("dv")}
d["k"] = 1
print("after item")
d["j"] = A("dj")
d.pop("j")
print("after pop")
l = [A("l0")]
l.clear()
print("after clear")
l = [A("l2")]
del l[0]
print("after del item")
o = A("o1")
o = A("o2")
print("rebound")
A("temp")
print("after temp")
A("temp2").n
print("after temp2")
s = A("s")
t = s
del s
print("still")
del t
try:
    e = A("exc"); raise KeyError(e)
except KeyError: pass
del e
print("after exc")
class Node:
    def __del__(self): print("del node", self.__class__.__name__)
import gc
print("collect", gc.collect() >= 0)
m = A("m")
m.__del__()
del m
print("end")
