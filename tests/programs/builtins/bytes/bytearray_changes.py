# bytearray: the mutable sequence, its own methods and its errors
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EEE"
a.append(33)
a.extend(b"xy")
a.extend([1, 2])
a += b"!"
a.insert(0, 62)
print(a, len(a), a[0], a[-1], a.pop(), a.pop(0), a, a.copy() is a)
a.remove(1)
a.reverse()
print(a, a.index(72), a.count(69), a.find(b"EE"))
del a[0], a[::2]
a *= 2
print(a, a[::-1], list(a)[:2], bytes(a) == a, a == bytes(a), a.upper(), a.hex())
a.clear()
print(a, bool(a), bytearray(3), bytearray(b"x") * 3, bytearray(b"ab") + b"c", b"c" + bytearray(b"ab"), type(b"c" + bytearray(b"a")).__name__, type(bytearray(b"c") + b"a").__name__)
a[:] = range(5)
a[1:4:2] = b"ZZ"
print(a, a.pop(2), a)
a[2:2] = b"mid"
print(a, a.decode("latin-1"), bytearray(b"a-b").split(b"-"), bytearray(b"q").join([b"1", b"2"]), bytearray(b"%d") % 7)
for bad in ("a[100] = 1", "a[0] = 256", "a[0] = -1", "a[0] = 'x'", "a[0] = b'x'", "a.append(256)", "a.append('x')", "a.extend('text')", "a.extend(5)", "a.insert('x', 1)", "a.insert(0, 999)", "a.pop(100)", "bytearray().pop()", "a.remove(200)", "a[::2] = b'x'", "a += 'x'", "a += 5", "hash(a)", "{a: 1}", "del a[100]", "a.index(b'zz')", "a['x']", "a.remove('x')", "a.sort()", "a * 'x'", "a.append()", "a.clear(1)", "a[1.5] = 1"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
print(bytearray(b"ab") < b"b", bytearray(b"") == b"", str(bytearray(b"x")), f"{bytearray(b'f')}")
