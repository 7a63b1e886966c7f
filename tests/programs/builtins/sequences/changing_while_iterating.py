# Sequences that change while a loop runs over them: what CPython's iterators do
a = [1, 2, 3, 4, 5]
seen = []
for x in a:
    seen.append(x)
    if x == 2:
        a.remove(1)
print(seen, a)
a = [1, 2]
for x in a:
    if len(a) < 6:
        a.append(x + 10)
print(a)
a = [1, 2, 3]
for i, x in enumerate(a):
    if i == 0:
        a.clear()
print(a, i)
a = [1, 2, 3]
it = reversed(a)
print(next(it), a.pop(), a.append(9), list(it))
a = list("abc")
for x in a[:]:
    a.insert(0, x)
print(a)
a = [3, 1, 2]
for x in a:
    a.sort()
    print(x, end=" ")
print()
d = {"a": 1, "b": 2}
for action in (lambda: d.update(c=3), lambda: d.pop("a"), lambda: d.clear(), lambda: d.__setitem__("b", 5)):
    d = {"a": 1, "b": 2}
    try:
        for k in d:
            action()
        print("fine", d)
    except RuntimeError as e:
        print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
b = bytearray(b"abc")
for c in b:
    if len(b) < 5:
        b.append(c)
print(b)
d = dict.fromkeys("ab")
try:
    [d.pop(k) for k in d]
except RuntimeError as e:
    print(e, d)
d = {1: "x"}
try:
    for k, v in d.items():
        d[k + 1] = v
except RuntimeError as e:
    print(e)
