# list: assigning to and deleting slices, also extended ones
a = list(range(10))
a[2:5] = ["x"]
print(a)
a[:0] = ["start"]
a[len(a):] = ["end"]
print(a)
a[1:3] = []
a[::3] = "abc"[: len(a[::3])]
print(a)
del a[1::2]
print(a)
a[-1:] = a
print(a)
a[5:2] = ["inserted"]
print(a)
a[:] = iter("xyz")
a += (1, 2)
a *= 2
print(a)
a[1:4] = (c for c in "generator"[:3])
del a[:], a[:]
print(a)
b = [1, 2, 3, 4]
b[::-1] = b
print(b)
b[1:3], b[0] = b[:2], "z"
print(b)
for bad in ("b[::2] = [1]", "b[0:2] = 5", "b[::2] = 7", "b['a':] = []", "b[::0] = []", "del b[::0]", "b[1.0:2] = []", "b[0] += 'x'", "b[99] = 1", "del b[-99]", "b[None] = 1", "b[slice(0, 1), 2] = 1", "b[::-2] = 'abc'"):
    try:
        exec(bad)
        print(b)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
