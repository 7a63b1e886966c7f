# Containers that contain themselves: repr, comparison and copying
a = [1]
a.append(a)
print(a, len(a), a[1] is a, a[1][1][0], a == a, a in a, repr(a), str([a]))
d = {}
d["me"] = d
d["list"] = [d]
t = ([],)
t[0].append(t)
print(d, t, [d, t])
x, y = [], []
x.append(y)
y.append(x)
print(x, y)
import copy
c = copy.deepcopy(a)
print(c, c[1] is c, c is a, copy.copy(a)[1] is a)
class Node:
    def __init__(self):
        self.children = [self]
    def __repr__(self):
        return f"Node({self.children})"
class Loop:
    def __repr__(self):
        return f"<{self!r}>"
print(Node())
try:
    repr(Loop())
except RecursionError as e:
    print(e)
s = set()
class Hashable:
    def __hash__(self): return 1
    def __repr__(self): return f"H({s})"
s.add(Hashable())
print(s)
deep = []
for _ in range(50):
    deep = [deep]
print(str(deep)[:20], len(str(deep)))
